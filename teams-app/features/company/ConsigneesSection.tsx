import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { Add16Regular, Edit16Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CompanyCard, ConsigneeView } from '../../../service/modules/companies/companies.contract';
import { Facts } from '../../shared/company/Facts';
import { LocalClock } from '../../shared/company/LocalClock';
import { PhoneLink } from '../../shared/company/PhoneLink';
import { Section } from '../../shared/frame/Section';
import { ConsigneeForm } from './ConsigneeForm';

const useStyles = makeStyles({
  one: {
    paddingBlock: tokens.spacingVerticalXS,
    ':not(:last-child)': { borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
  },
  head: { display: 'flex', justifyContent: 'space-between', gap: tokens.spacingHorizontalS },
  empty: { color: tokens.colorNeutralForeground3 },
});

export function ConsigneesSection({ card, plain }: { card: CompanyCard; plain?: boolean }) {
  const { t } = useTranslation(['company', 'shared']);
  const styles = useStyles();
  const [open, setOpen] = useState<{ consignee: ConsigneeView | null } | null>(null);
  const mayEdit = card.can.update;
  return (
    <Section
      title={t('consignees.title')}
      plain={plain}
      action={
        mayEdit && (
          <Button
            size="small"
            appearance="subtle"
            icon={<Add16Regular />}
            aria-label={t('consignees.add')}
            onClick={() => setOpen({ consignee: null })}
          >
            {t('shared:add')}
          </Button>
        )
      }
    >
      {card.consignees.length === 0 && <Text className={styles.empty}>{t('consignees.empty')}</Text>}
      {card.consignees.map((consignee) => (
        <div key={consignee.id} className={styles.one}>
          <div className={styles.head}>
            <Text weight="semibold">{consignee.name}</Text>
            {mayEdit && (
              <Button
                size="small"
                appearance="subtle"
                icon={<Edit16Regular />}
                aria-label={`${t('shared:edit')}: ${consignee.name}`}
                onClick={() => setOpen({ consignee })}
              />
            )}
          </div>
          <Facts
            facts={[
              [t('consignees.address'), consignee.address],
              [
                t('consignees.city'),
                consignee.city && (
                  <>
                    {consignee.city}
                    {consignee.timeZone && (
                      <>
                        , <LocalClock timeZone={consignee.timeZone} />
                      </>
                    )}
                  </>
                ),
              ],
              [t('consignees.kpp'), consignee.kpp],
              [t('consignees.contactName'), consignee.contactName],
              [t('consignees.phone'), consignee.phone && <PhoneLink phone={consignee.phone} />],
              [t('consignees.note'), consignee.note],
            ]}
          />
        </div>
      ))}
      {open && <ConsigneeForm companyId={card.id} consignee={open.consignee} onClose={() => setOpen(null)} />}
    </Section>
  );
}
