import { Link, Text, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { CompanyCard } from '../../../service/modules/companies/companies.contract';
import { Facts } from '../../shared/company/Facts';
import { PhoneLink } from '../../shared/company/PhoneLink';
import { useHoursText } from '../../shared/company/use-hours-text';
import { moneyText } from '../../shared/format/money';
import { Section } from '../../shared/frame/Section';
import { When } from '../../shared/time/When';

const useStyles = makeStyles({
  notes: { display: 'block', marginBottom: tokens.spacingVerticalS, whiteSpace: 'pre-line', overflowWrap: 'anywhere' },
  lines: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start' },
});

/** Everything else known of the company; it is changed by «Edit» in the header. */
export function FactsSection({ card, plain }: { card: CompanyCard; plain?: boolean }) {
  const { t, i18n } = useTranslation(['company', 'shared']);
  const styles = useStyles();
  const hoursText = useHoursText();
  return (
    <Section title={t('facts.title')} plain={plain}>
      {card.notes && <Text className={styles.notes}>{card.notes}</Text>}
      <Facts
        facts={[
          [t('facts.lastContact'), card.lastContactAt && <When at={card.lastContactAt} />],
          [
            t('facts.purchasingPower'),
            card.purchasingPower !== 'unknown' && t(`shared:purchasingPower.${card.purchasingPower}`),
          ],
          [t('facts.annualPurchases'), card.annualPurchases !== null && moneyText(card.annualPurchases, i18n.language)],
          [t('facts.purchasingNote'), card.purchasingNote],
          [
            t('facts.phones'),
            card.phones.length > 0 && (
              <span className={styles.lines}>
                {card.phones.map((phone) => (
                  <PhoneLink key={phone.text} phone={phone} />
                ))}
              </span>
            ),
          ],
          [
            t('facts.emails'),
            card.emails.length > 0 && (
              <span className={styles.lines}>
                {card.emails.map((email) => (
                  <Link key={email} href={`mailto:${email}`}>
                    {email}
                  </Link>
                ))}
              </span>
            ),
          ],
          [t('facts.site'), card.site && <Site site={card.site} />],
          [t('facts.hours'), hoursText(card.hours)],
          [t('facts.address'), [card.region, card.address].filter(Boolean).join(', ')],
          [t('facts.source'), card.source],
          [t('facts.created'), <When key="created" at={card.createdAt} />],
        ]}
      />
    </Section>
  );
}

/** A site as typed, with or without a scheme; nothing but the web is opened. */
function Site({ site }: { site: string }) {
  const url = /^https?:\/\//i.test(site) ? site : `https://${site}`;
  return (
    <Link href={url} target="_blank" rel="noreferrer noopener">
      {site.replace(/^https?:\/\//i, '')}
    </Link>
  );
}
