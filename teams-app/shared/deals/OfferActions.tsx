import {
  Button,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  useRestoreFocusTarget,
} from '@fluentui/react-components';
import {
  ArrowUndo20Regular,
  CalendarArrowRight20Regular,
  Checkmark20Regular,
  CircleOff20Regular,
  Delete20Regular,
  Dismiss20Regular,
  DocumentText20Regular,
  Edit20Regular,
  MoreHorizontal20Regular,
} from '@fluentui/react-icons';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { downloadDealDocument } from '../../../service/modules/deals/deals.contract';
import {
  deleteOffer,
  printOffer,
  redateBy,
  redateOffer,
  setOfferStatus,
  type OfferRow,
} from '../../../service/modules/offers/offers.contract';
import { api } from '../api';
import { useSend } from '../queries';
import { useMoments } from '../time/use-moments';
import { useNotify } from '../toasts/notify-context';
import { CloseOfferDialog } from './CloseOfferDialog';
import { touchedByOffer } from './touched';

interface OfferActionsProps {
  offer: OfferRow;
  onEdit?: () => void;
}

/** What is done with an offer: new days in one tap, won, lost, printed. */
export function OfferActions({ offer, onEdit }: OfferActionsProps) {
  const { t } = useTranslation(['offers', 'shared']);
  const send = useSend();
  const notify = useNotify();
  const focusTarget = useRestoreFocusTarget();
  const { longDay } = useMoments();
  const [closing, setClosing] = useState<'lost' | 'cancelled' | null>(null);
  const { id, version, number, status, can } = offer;
  const quietly = (promise: Promise<unknown>) => void promise.catch(() => undefined);
  const set = (next: 'won' | 'open') =>
    quietly(
      send(
        setOfferStatus,
        { id, version, status: next, reason: null },
        { said: t(`said.${next}`, { number }), touches: touchedByOffer },
      ),
    );
  const print = async () => {
    const document = await send(
      printOffer,
      { id },
      { said: ({ fileName }) => t('printed', { name: fileName }), final: true, touches: touchedByOffer },
    );
    await api.download(downloadDealDocument, { dealId: offer.deal.id, id: document.id }, document.fileName);
  };
  if (!can.write) return null;
  return (
    <>
      {status === 'open' && (
        <Menu>
          <MenuTrigger disableButtonEnhancement>
            <Button
              size="small"
              appearance={offer.overdue ? 'primary' : 'subtle'}
              icon={<CalendarArrowRight20Regular />}
              aria-label={`${t('action.redate')}: ${number}`}
            >
              {offer.overdue ? t('action.redate') : undefined}
            </Button>
          </MenuTrigger>
          <MenuPopover>
            <MenuList>
              {redateBy.map((by) => (
                <MenuItem
                  key={by}
                  onClick={() =>
                    quietly(
                      send(
                        redateOffer,
                        { id, version, by },
                        {
                          said: ({ validUntil }) => t('redated', { number, day: longDay(validUntil) }),
                          touches: touchedByOffer,
                        },
                      ),
                    )
                  }
                >
                  {t(`redate.${by}`)}
                </MenuItem>
              ))}
            </MenuList>
          </MenuPopover>
        </Menu>
      )}
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <Button
            {...focusTarget}
            size="small"
            appearance="subtle"
            icon={<MoreHorizontal20Regular />}
            aria-label={t('action.more', { number })}
          />
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            {status === 'open' && (
              <>
                <MenuItem icon={<Checkmark20Regular />} onClick={() => set('won')}>
                  {t('action.win')}
                </MenuItem>
                <MenuItem icon={<Dismiss20Regular />} onClick={() => setClosing('lost')}>
                  {t('action.lose')}
                </MenuItem>
                <MenuItem icon={<CircleOff20Regular />} onClick={() => setClosing('cancelled')}>
                  {t('action.cancel')}
                </MenuItem>
                {onEdit && (
                  <MenuItem icon={<Edit20Regular />} onClick={onEdit}>
                    {t('action.edit')}
                  </MenuItem>
                )}
              </>
            )}
            {status !== 'open' && (
              <MenuItem icon={<ArrowUndo20Regular />} onClick={() => set('open')}>
                {t('action.reopen')}
              </MenuItem>
            )}
            <MenuItem icon={<DocumentText20Regular />} onClick={() => void print().catch(notify.failed)}>
              {t('action.print')}
            </MenuItem>
            {can.delete && (
              <MenuItem
                icon={<Delete20Regular />}
                onClick={() =>
                  quietly(
                    send(deleteOffer, { id, version }, { said: t('deleted', { number }), touches: touchedByOffer }),
                  )
                }
              >
                {t('action.delete')}
              </MenuItem>
            )}
          </MenuList>
        </MenuPopover>
      </Menu>
      {closing && <CloseOfferDialog offer={offer} status={closing} onClose={() => setClosing(null)} />}
    </>
  );
}
