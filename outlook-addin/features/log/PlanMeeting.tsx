import { Button } from '@fluentui/react-components';
import { CalendarAdd20Regular } from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';
import { logActivity } from '../../../service/modules/activities/activities.contract';
import type { CompanyCard } from '../../../service/modules/companies/companies.contract';
import { touchedByActivity } from '../../../teams-app/shared/activity/touched';
import { useWrite } from '../../../teams-app/shared/queries';
import { useMoments } from '../../../teams-app/shared/time/use-moments';
import { useNotify } from '../../../teams-app/shared/toasts/notify-context';
import { useBeside, useCurrentItem } from '../../open-item';

/** A meeting that is still ahead becomes the company’s next contact; its outcome is asked for when it has begun. */
export function PlanMeeting({ card, contactId }: { card: CompanyCard; contactId: string | null }) {
  const { t } = useTranslation(['pane', 'activity']);
  const { moment } = useMoments();
  const { open, item } = useBeside();
  const current = useCurrentItem();
  const notify = useNotify();
  const at = item.at!;
  const planned = card.planned.some(({ kind, at: when }) => kind === 'meeting' && Date.parse(when) === Date.parse(at));
  const plan = useWrite(logActivity, {
    said: t('activity:planned', { moment: moment(at) }),
    touches: touchedByActivity(card.id),
  });
  const press = () => {
    try {
      current.require(open);
    } catch {
      return notify.info(t('otherItem'));
    }
    plan.mutate({ companyId: card.id, contactId, kind: 'meeting', status: 'planned', at, note: item.subject });
  };
  return (
    <Button
      appearance="primary"
      icon={<CalendarAdd20Regular />}
      disabledFocusable={planned || plan.isPending}
      onClick={press}
    >
      {planned ? t('meetingPlanned') : t('planMeeting')}
    </Button>
  );
}
