import { Button, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import {
  CalendarArrowRight20Regular,
  CalendarCancel20Regular,
  Delete20Regular,
  Edit20Regular,
  MoreHorizontal20Regular,
  Pin20Regular,
  PinOff20Regular,
} from '@fluentui/react-icons';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { deleteActivity, updateActivity } from '../../../service/modules/activities/activities.contract';
import type { ActivityView } from '../../../service/modules/companies/companies.contract';
import { useWrite } from '../queries';
import type { ActivityCompany } from './activity-company';
import { ActivityForm } from './ActivityForm';
import { CancelDialog } from './CancelDialog';
import { MoveDialog } from './MoveDialog';
import { touchedByActivity } from './touched';

interface ActivityActionsProps {
  activity: ActivityView;
  company: ActivityCompany;
}

/** What may be done with one activity; nothing is shown to whom nothing is allowed. */
export function ActivityActions({ activity, company }: ActivityActionsProps) {
  const { t } = useTranslation(['activity', 'shared']);
  const [open, setOpen] = useState<'edit' | 'move' | 'cancel' | null>(null);
  const close = () => setOpen(null);
  const touches = touchedByActivity(activity.companyId);
  const pin = useWrite(updateActivity, { said: activity.pinned ? t('unpin') : t('pinned'), touches });
  const remove = useWrite(deleteActivity, { said: t('deleted'), touches });
  const { can, status, pinned } = activity;
  if (!can.update && !can.delete) return <span />;
  return (
    <>
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <Button
            size="small"
            appearance="subtle"
            icon={<MoreHorizontal20Regular />}
            aria-label={t('shared:actions')}
          />
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            {can.update && status === 'planned' && (
              <>
                <MenuItem icon={<CalendarArrowRight20Regular />} onClick={() => setOpen('move')}>
                  {t('move')}
                </MenuItem>
                <MenuItem icon={<CalendarCancel20Regular />} onClick={() => setOpen('cancel')}>
                  {t('cancel')}
                </MenuItem>
              </>
            )}
            {can.update && (
              <MenuItem icon={<Edit20Regular />} onClick={() => setOpen('edit')}>
                {t('shared:edit')}
              </MenuItem>
            )}
            {can.update && status !== 'planned' && (
              <MenuItem
                icon={pinned ? <PinOff20Regular /> : <Pin20Regular />}
                onClick={() => pin.mutate({ id: activity.id, version: activity.version, pinned: !pinned })}
              >
                {pinned ? t('unpin') : t('pin')}
              </MenuItem>
            )}
            {can.delete && (
              <MenuItem
                icon={<Delete20Regular />}
                onClick={() => remove.mutate({ id: activity.id, version: activity.version })}
              >
                {t('shared:delete')}
              </MenuItem>
            )}
          </MenuList>
        </MenuPopover>
      </Menu>
      {open === 'edit' && <ActivityForm activity={activity} contacts={company.contacts} onClose={close} />}
      {open === 'move' && <MoveDialog company={company} activityId={activity.id} onClose={close} />}
      {open === 'cancel' && <CancelDialog activity={activity} onClose={close} />}
    </>
  );
}
