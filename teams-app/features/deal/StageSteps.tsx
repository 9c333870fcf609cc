import { makeStyles, mergeClasses, MessageBar, MessageBarBody, Text, tokens } from '@fluentui/react-components';
import {
  CheckmarkCircle16Filled,
  Circle16Regular,
  DismissCircle16Regular,
  PauseCircle16Regular,
} from '@fluentui/react-icons';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listPipelines, type DealCard, type StageView } from '../../../service/modules/deals/deals.contract';
import { MoveDealDialog } from '../../shared/deals/MoveDealDialog';
import { coarse } from '../../shared/frame/breakpoints';
import { useRead } from '../../shared/queries';
import { When } from '../../shared/time/When';

const useStyles = makeStyles({
  root: { display: 'flex', flexWrap: 'wrap', gap: '6px', margin: 0, padding: 0, listStyleType: 'none' },
  step: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '6px',
    minHeight: '32px',
    padding: '4px 12px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground2,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase300,
    cursor: 'pointer',
    ':hover:enabled': { border: `1px solid ${tokens.colorCompoundBrandStroke}` },
    ':disabled': { cursor: 'default' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
    [coarse]: { minHeight: '44px' },
  },
  passed: { color: tokens.colorNeutralForeground3 },
  current: {
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorBrandForeground2,
    border: `1px solid ${tokens.colorCompoundBrandStroke}`,
    fontWeight: tokens.fontWeightSemibold,
    '@media (forced-colors: active)': { outline: '2px solid Highlight' },
  },
  said: { color: tokens.colorNeutralForeground2 },
});

const icons = {
  open: <Circle16Regular />,
  stalled: <PauseCircle16Regular />,
  won: <CheckmarkCircle16Filled />,
  lost: <DismissCircle16Regular />,
};

/** Where the deal stands among its stages; a press on another moves it there, with a word about it. */
export function StageSteps({ deal }: { deal: DealCard }) {
  const { t } = useTranslation('deals');
  const styles = useStyles();
  const { data } = useRead(listPipelines, { archived: true }, { staleTime: 5 * 60_000 });
  const [to, setTo] = useState<StageView | null>(null);
  const stages = (data?.rows.find(({ id }) => id === deal.pipelineId)?.stages ?? []).filter(
    ({ id, archived }) => !archived || id === deal.stage.id,
  );
  const at = stages.findIndex(({ id }) => id === deal.stage.id);
  const inWork = deal.stage.meaning === 'open' || deal.stage.meaning === 'won';
  return (
    <div>
      <ol className={styles.root} aria-label={t('stages')}>
        {stages.map((stage, index) => (
          <li key={stage.id}>
            <button
              type="button"
              disabled={!deal.can.write}
              aria-current={index === at ? 'step' : undefined}
              title={index === at ? t('stageComment') : t('move.title', { name: stage.name })}
              className={mergeClasses(
                styles.step,
                inWork && index < at && stage.meaning === 'open' && styles.passed,
                index === at && styles.current,
              )}
              onClick={() => setTo(stage)}
            >
              {inWork && index < at && stage.meaning === 'open' ? <CheckmarkCircle16Filled /> : icons[stage.meaning]}
              {stage.name}
            </button>
          </li>
        ))}
      </ol>
      {deal.stageComment && (
        <MessageBar
          intent={deal.stage.meaning === 'stalled' || deal.stage.meaning === 'lost' ? 'warning' : 'info'}
          layout="multiline"
          style={{ marginTop: 8 }}
        >
          <MessageBarBody>
            {deal.stageComment}{' '}
            <Text size={200} className={styles.said}>
              · <When at={deal.stageSince} />
            </Text>
          </MessageBarBody>
        </MessageBar>
      )}
      {to && <MoveDealDialog deal={deal} stage={to} onClose={() => setTo(null)} />}
    </div>
  );
}
