import { Button, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import {
  ArrowForward20Regular,
  Call20Regular,
  Delete20Regular,
  Edit20Regular,
  Link20Regular,
  MoreHorizontal20Regular,
  Note20Regular,
} from '@fluentui/react-icons';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router-dom';
import { callCounts, callList } from '../../../service/modules/activities/activities.contract';
import { deleteCompany, listCompanies, type CompanyCard } from '../../../service/modules/companies/companies.contract';
import { AssignDialog } from '../../shared/company/AssignDialog';
import { telLink } from '../../shared/format/phone';
import { narrowQuery } from '../../shared/frame/breakpoints';
import { startQuickAction } from '../../shared/frame/quick-actions';
import { useWrite } from '../../shared/queries';
import { useNotify } from '../../shared/toasts/notify-context';
import { useMedia } from '../../shared/use-media';
import { CompanyForm } from './CompanyForm';

/** What may be done with the company as a whole; what the reader may not do is not offered. */
export function CompanyActions({ card }: { card: CompanyCard }) {
  const { t } = useTranslation(['company', 'shared']);
  const navigate = useNavigate();
  const notify = useNotify();
  const isNarrow = useMedia(narrowQuery);
  const [open, setOpen] = useState<'edit' | 'assign' | null>(null);
  const close = () => setOpen(null);
  const remove = useWrite(deleteCompany, {
    said: t('deleted', { name: card.name }),
    touches: [listCompanies, callList, callCounts],
    onWritten: () => void navigate('/companies', { replace: true }),
    onUndone: () => void navigate(`/companies/${card.id}`),
  });
  const phone =
    [...card.contacts].sort((a, b) => Number(b.main) - Number(a.main)).flatMap((contact) => contact.phones)[0] ??
    card.phones[0];
  const tel = phone && telLink(phone);
  const copyLink = async () => {
    await navigator.clipboard.writeText(window.location.origin + `/companies/${card.id}`);
    notify.info(t('linkCopied'));
  };

  return (
    <>
      {isNarrow && tel && (
        <Button as="a" href={tel} appearance="primary" icon={<Call20Regular />}>
          {t('shared:phone.call')}
        </Button>
      )}
      {isNarrow && card.can.logActivity && (
        <Button
          appearance={tel ? 'secondary' : 'primary'}
          icon={<Note20Regular />}
          onClick={() => startQuickAction({ kind: 'log', companyId: card.id })}
        >
          {t('log')}
        </Button>
      )}
      {card.can.update && !isNarrow && (
        <Button icon={<Edit20Regular />} onClick={() => setOpen('edit')}>
          {t('edit')}
        </Button>
      )}
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <Button appearance="subtle" icon={<MoreHorizontal20Regular />} aria-label={t('more')} />
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            {card.can.update && isNarrow && (
              <MenuItem icon={<Edit20Regular />} onClick={() => setOpen('edit')}>
                {t('edit')}
              </MenuItem>
            )}
            {card.can.assign && (
              <MenuItem icon={<ArrowForward20Regular />} onClick={() => setOpen('assign')}>
                {t('assign')}
              </MenuItem>
            )}
            <MenuItem icon={<Link20Regular />} onClick={() => void copyLink()}>
              {t('copyLink')}
            </MenuItem>
            {card.can.delete && (
              <MenuItem
                icon={<Delete20Regular />}
                onClick={() => remove.mutate({ id: card.id, version: card.version })}
              >
                {t('delete')}
              </MenuItem>
            )}
          </MenuList>
        </MenuPopover>
      </Menu>
      {open === 'edit' && <CompanyForm card={card} onClose={close} />}
      {open === 'assign' && <AssignDialog ids={[card.id]} name={card.name} onClose={close} />}
    </>
  );
}
