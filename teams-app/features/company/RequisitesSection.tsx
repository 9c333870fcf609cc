import { Button, makeStyles, MessageBar, MessageBarBody, Text, tokens } from '@fluentui/react-components';
import { Add16Regular, Edit16Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CompanyCard, LegalEntityView } from '../../../service/modules/companies/companies.contract';
import { Facts } from '../../shared/company/Facts';
import { Section } from '../../shared/frame/Section';
import { LegalEntityForm } from './LegalEntityForm';
import { useDoubtText } from './doubt-text';

const useStyles = makeStyles({
  entity: {
    paddingBlock: tokens.spacingVerticalXS,
    ':not(:last-child)': { borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
  },
  head: { display: 'flex', justifyContent: 'space-between', gap: tokens.spacingHorizontalS },
  empty: { color: tokens.colorNeutralForeground3 },
  doubt: { marginBlock: tokens.spacingVerticalXS },
});

export function RequisitesSection({ card, plain }: { card: CompanyCard; plain?: boolean }) {
  const { t } = useTranslation(['company', 'shared']);
  const styles = useStyles();
  const doubtText = useDoubtText();
  const [open, setOpen] = useState<{ entity: LegalEntityView | null } | null>(null);
  const mayEdit = card.can.update;
  return (
    <Section
      title={t('requisites.title')}
      plain={plain}
      action={
        mayEdit && (
          <Button
            size="small"
            appearance="subtle"
            icon={<Add16Regular />}
            aria-label={t('requisites.add')}
            onClick={() => setOpen({ entity: null })}
          >
            {t('shared:add')}
          </Button>
        )
      }
    >
      {card.legalEntities.length === 0 && <Text className={styles.empty}>{t('requisites.empty')}</Text>}
      {card.legalEntities.map((entity) => (
        <div key={entity.id} className={styles.entity}>
          <div className={styles.head}>
            <Text weight="semibold">{entity.name}</Text>
            {mayEdit && (
              <Button
                size="small"
                appearance="subtle"
                icon={<Edit16Regular />}
                aria-label={`${t('shared:edit')}: ${entity.name}`}
                onClick={() => setOpen({ entity })}
              />
            )}
          </div>
          {Object.keys(entity.doubts).length > 0 && (
            <MessageBar intent="warning" layout="multiline" className={styles.doubt}>
              <MessageBarBody>{t('requisites.doubtful', { what: doubtText(entity.doubts) })}</MessageBarBody>
            </MessageBar>
          )}
          <Facts
            facts={[
              [t('requisites.inn'), entity.inn],
              [t('requisites.kpp'), entity.kpp],
              [t('requisites.ogrn'), entity.ogrn],
              [t('requisites.director'), entity.director],
              [t('requisites.legalAddress'), entity.legalAddress],
              [t('requisites.actualAddress'), entity.actualAddress],
              ...entity.accounts.map(
                ({ account, bankName, bik }, index) =>
                  [
                    entity.accounts.length > 1 ? `${t('requisites.account')} ${index + 1}` : t('requisites.account'),
                    `${account}\n${[bankName, `${t('requisites.bik')} ${bik}`].filter(Boolean).join(', ')}`,
                  ] as const,
              ),
            ]}
          />
        </div>
      ))}
      {open && (
        <LegalEntityForm
          companyId={card.id}
          companyName={card.name}
          entity={open.entity}
          onClose={() => setOpen(null)}
        />
      )}
    </Section>
  );
}
