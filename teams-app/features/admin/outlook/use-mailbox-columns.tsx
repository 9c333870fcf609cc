import { useTranslation } from 'react-i18next';
import type { MailboxView } from '../../../../service/modules/calendar/calendar.contract';
import { CalendarFault } from '../../../shared/calendar/CalendarFault';
import { CalendarStatus } from '../../../shared/calendar/CalendarStatus';
import type { Column } from '../../../shared/lists/columns';
import { When } from '../../../shared/time/When';

/** The latest moment that something went either way. */
export const lastExchange = ({ pulledAt, pushedAt }: MailboxView['health']): string | null =>
  [pulledAt, pushedAt]
    .filter((at) => at !== null)
    .sort()
    .at(-1) ?? null;

export function useMailboxColumns(): Column<MailboxView>[] {
  const { t } = useTranslation('calendar');
  return [
    { id: 'user', title: t('admin.column.user'), minWidth: 150, fixed: true, cell: ({ user }) => user.name },
    {
      id: 'status',
      title: t('admin.column.status'),
      minWidth: 170,
      grow: 1.5,
      cell: ({ health }) => (
        <>
          <CalendarStatus health={health} />
          <CalendarFault health={health} />
        </>
      ),
    },
    {
      id: 'address',
      title: t('admin.column.address'),
      minWidth: 150,
      cell: ({ address }) => address ?? t('admin.noAddress'),
    },
    {
      id: 'last',
      title: t('admin.column.last'),
      minWidth: 112,
      grow: 0.5,
      cell: ({ health }) => {
        const at = lastExchange(health);
        return at && <When at={at} />;
      },
    },
    {
      id: 'queue',
      title: t('admin.column.queue'),
      minWidth: 100,
      grow: 0.7,
      cell: ({ health: { waiting, failed } }) => (waiting || failed ? t('admin.queue', { waiting, failed }) : null),
    },
  ];
}
