import { Button, Input, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowLeft16Regular } from '@fluentui/react-icons';
import { useId, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FinderList } from '../../../teams-app/shared/search/FinderList';
import { useFinder } from '../../../teams-app/shared/search/use-finder';
import type { OpenItem } from '../../current-item';
import type { MailItem } from '../../mail-item';
import { BesideContext, useItem } from '../../open-item';
import { PaneSkeleton } from '../../PaneSkeleton';
import { CompanyView } from '../company/CompanyView';
import { useLogged } from '../log/LoggedLines';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, padding: '4px 16px 24px' },
  back: { alignSelf: 'flex-start', marginInlineStart: '-8px' },
});

/** Any company of the base: the open letter can be logged on it whoever it is from. */
export function SearchScreen({ open }: { open: OpenItem | null; onClose: () => void }) {
  const { t } = useTranslation(['pane', 'shared']);
  const styles = useStyles();
  const listId = useId();
  const [companyId, setCompanyId] = useState<string | null>(null);
  const finder = useFinder(listId, (row) => setCompanyId(row.id));
  if (companyId)
    return (
      <div className={styles.root}>
        <Button
          appearance="subtle"
          size="small"
          icon={<ArrowLeft16Regular />}
          className={styles.back}
          onClick={() => setCompanyId(null)}
        >
          {t('search.title')}
        </Button>
        {open ? (
          <BesideItem open={open} companyId={companyId} />
        ) : (
          <CompanyView companyId={companyId} contactId={null} person={null} logged={[]} />
        )}
      </div>
    );
  return (
    <div className={styles.root}>
      <Input
        autoFocus
        value={finder.text}
        placeholder={t('shared:find.placeholder')}
        aria-label={t('shared:find.label')}
        onChange={(_, data) => finder.setText(data.value)}
        onKeyDown={finder.onKeyDown}
        input={finder.aria}
      />
      <FinderList
        id={listId}
        text={finder.text}
        rows={finder.rows}
        asked={finder.asked}
        active={finder.active}
        onPick={(row) => setCompanyId(row.id)}
      />
    </div>
  );
}

function BesideItem({ open, companyId }: { open: OpenItem; companyId: string }) {
  const [read] = useItem(open);
  if (read.state === 'reading') return <PaneSkeleton />;
  // An item that cannot be read takes nothing from the card.
  if (read.state === 'failed') return <CompanyView companyId={companyId} contactId={null} person={null} logged={[]} />;
  return <Known open={open} item={read.item} companyId={companyId} />;
}

function Known({ open, item, companyId }: { open: OpenItem; item: MailItem; companyId: string }) {
  const beside = useMemo(() => ({ open, item }), [open, item]);
  return (
    <BesideContext value={beside}>
      <WithLogged companyId={companyId} />
    </BesideContext>
  );
}

function WithLogged({ companyId }: { companyId: string }) {
  const logged = useLogged([]);
  return <CompanyView companyId={companyId} contactId={null} person={null} logged={logged} />;
}
