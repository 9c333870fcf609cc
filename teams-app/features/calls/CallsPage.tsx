import { Button, makeStyles, tokens, Tooltip } from '@fluentui/react-components';
import { ArrowClockwise20Regular } from '@fluentui/react-icons';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router-dom';
import { callCounts, callList, type CallRow } from '../../../service/modules/activities/activities.contract';
import type { LogInput } from '../../shared/activity/log-draft';
import type { LogFormHandle } from '../../shared/activity/LogForm';
import { MoveDialog } from '../../shared/activity/MoveDialog';
import { useLogActivity } from '../../shared/activity/use-log-activity';
import { useErrorText } from '../../shared/error-text';
import { dial, telLink } from '../../shared/format/phone';
import { narrowQuery, phoneQuery } from '../../shared/frame/breakpoints';
import { Page } from '../../shared/frame/Page';
import { useShortcuts } from '../../shared/keys/use-shortcuts';
import { ListState } from '../../shared/lists/ListState';
import { SavedViews } from '../../shared/lists/SavedViews';
import { useUrlFilter } from '../../shared/lists/use-url-filter';
import { invalidate, useRead } from '../../shared/queries';
import { useCan, useSeesOthers } from '../../shared/session';
import { useNotify } from '../../shared/toasts/notify-context';
import { useMedia } from '../../shared/use-media';
import { BucketChips } from './BucketChips';
import { filterNames, isBucket, toCountsInput, toInput } from './call-filter';
import { CallFilters } from './CallFilters';
import { CallListView, type CallListHandle } from './CallListView';
import { CallPanel } from './CallPanel';
import { CallsEmpty } from './CallsEmpty';
import { useCallQueue } from './use-call-queue';

const useStyles = makeStyles({
  root: { display: 'flex', height: '100%', minHeight: 0 },
  column: { display: 'flex', flexDirection: 'column', flexGrow: 1, minWidth: 0 },
  head: { display: 'flex', alignItems: 'flex-start', justifyContent: 'space-between', gap: tokens.spacingHorizontalS },
  tools: { display: 'flex', flexShrink: 0, marginInlineStart: 'auto' },
  filters: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, padding: '4px 16px 12px 16px' },
});

const afterDialogMs = 60;

export function CallsPage() {
  const { t } = useTranslation(['calls', 'activity', 'shared']);
  const styles = useStyles();
  const navigate = useNavigate();
  const client = useQueryClient();
  const notify = useNotify();
  const errorText = useErrorText();
  const isNarrow = useMedia(narrowQuery);
  const isPhone = useMedia(phoneQuery);
  const mayLog = useCan()('activities.write');
  const seesOthers = useSeesOthers();
  const { filter, change, replace } = useUrlFilter(filterNames);
  const queue = useCallQueue(toInput(filter), !isNarrow);
  const { data: counts } = useRead(callCounts, toCountsInput(filter), {
    refetchInterval: 60_000,
    placeholderData: (previous) => previous,
  });
  const logActivity = useLogActivity();
  const list = useRef<CallListHandle>(null);
  const form = useRef<LogFormHandle>(null);
  const panel = useRef<HTMLElement>(null);
  const [working, setWorking] = useState(false);
  const [moving, setMoving] = useState<CallRow | null>(null);
  const [failures, setFailures] = useState<Record<string, string>>({});
  const { current, rows } = queue;

  const focusList = (row: CallRow | undefined) => row && list.current?.reveal(row.id);
  const step = (by: 1 | -1) => focusList(rows[queue.step(by)]);
  const open = (row: CallRow | null) => row && void navigate(`/companies/${row.id}`);
  const log = (row: CallRow | null) => {
    if (!row || !mayLog) return;
    queue.select(row.id);
    setWorking(true);
    // The form of another row is there after the next paint.
    requestAnimationFrame(() => form.current?.focusOutcome());
  };
  const call = (row: CallRow | null) => {
    const tel = row?.phone && telLink(row.phone);
    if (!tel) return;
    dial(tel);
    log(row);
  };

  // The row leaves and the next company is in hand at once; the service answers meanwhile, a refusal brings the row back.
  const submit = (row: CallRow, input: LogInput) => {
    const after = rows[rows.findIndex(({ id }) => id === row.id) + 1];
    const giveBack = queue.take(row);
    setFailures(({ [row.id]: _, ...others }) => others);
    if (!after) setWorking(false);
    else if (isNarrow) requestAnimationFrame(() => form.current?.focusOutcome());
    else requestAnimationFrame(() => focusList(after));
    logActivity(row, input, giveBack).catch((error: unknown) => {
      giveBack();
      setFailures((before) => ({ ...before, [row.id]: errorText(error) }));
      notify.failed(error, { title: t('activity:notLogged', { company: row.name }) });
    });
  };

  useShortcuts(
    {
      ArrowDown: () => step(1),
      ArrowUp: () => step(-1),
      Enter: () => open(current),
      c: () => call(current),
      l: () => log(current),
      n: () => mayLog && setMoving(current),
      // A quick look: beside the list it is there already, elsewhere it opens.
      Space: () => (isNarrow ? setWorking(current !== null) : panel.current?.focus()),
    },
    moving === null,
  );

  const tools = (
    <div className={styles.tools}>
      <SavedViews list="calls" query={filter as Record<string, string>} onChoose={replace} />
      <Tooltip content={t('shared:refresh')} relationship="label">
        <Button
          appearance="subtle"
          icon={<ArrowClockwise20Regular />}
          onClick={() => void invalidate(client, [callList, callCounts])}
        />
      </Tooltip>
    </div>
  );

  return (
    <Page title={t('title')} fills>
      <div className={styles.root}>
        <div className={styles.column}>
          <div className={styles.filters}>
            <div className={styles.head}>
              <BucketChips
                counts={counts}
                value={isBucket(filter.bucket) ? filter.bucket : null}
                onChange={(bucket) => change({ bucket })}
              />
              {!isPhone && tools}
            </div>
            <CallFilters filter={filter} onChange={change} end={isPhone && tools} />
          </div>
          <ListState
            query={queue}
            isEmpty={rows.length === 0}
            empty={<CallsEmpty filter={filter} onShowAll={() => replace({})} />}
          >
            <CallListView
              ref={list}
              rows={rows}
              selectedId={current?.id ?? null}
              grouped={!filter.bucket}
              showOwner={seesOthers && !filter.owner}
              mayLog={mayLog}
              settling={queue.settling}
              onEnd={queue.loadMore}
              onSelect={(row) => queue.select(row.id)}
              onOpen={open}
              onLog={log}
              onMove={setMoving}
            />
          </ListState>
        </div>
        <CallPanel
          row={current}
          asDrawer={isNarrow}
          open={working}
          onClose={() => setWorking(false)}
          panelRef={panel}
          formRef={form}
          failure={current ? (failures[current.id] ?? null) : null}
          mayLog={mayLog}
          onSubmit={submit}
        />
      </div>
      {moving && (
        <MoveDialog
          company={moving}
          activityId={moving.nextContact?.activityId ?? null}
          onClose={() => {
            setMoving(null);
            // After the dialog has given the focus back to where it was: that row may be gone.
            setTimeout(() => list.current?.reveal(), afterDialogMs);
          }}
          onMoved={() => queue.take(moving)}
          onUndone={() => void invalidate(client, [callList])}
        />
      )}
    </Page>
  );
}
