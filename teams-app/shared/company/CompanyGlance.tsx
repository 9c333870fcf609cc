import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router-dom';
import type { CallRow } from '../../../service/modules/activities/activities.contract';
import type { CompanyCard } from '../../../service/modules/companies/companies.contract';
import { CallState } from './CallState';
import { CompanyName } from './CompanyName';
import { GlanceContact } from './GlanceContact';
import { LocalClock } from './LocalClock';
import { PhoneLink } from './PhoneLink';
import { StatusBadge } from './StatusBadge';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  head: { display: 'flex', alignItems: 'flex-start', justifyContent: 'space-between', gap: tokens.spacingHorizontalS },
  heading: { margin: 0, minWidth: 0, fontSize: 'inherit' },
  name: {
    color: 'inherit',
    textDecorationLine: 'none',
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    minWidth: 0,
    ':hover': { textDecorationLine: 'underline' },
  },
  facts: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalS,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
  },
  contacts: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
});

/** How many contacts fit before the form is pushed out of sight. */
const contactsShown = 2;

type Known = Pick<CallRow, 'id' | 'name' | 'status' | 'city' | 'timeZone' | 'callWindow' | 'contact' | 'phone'>;

/** Who they are, in a few lines: name, place and time there, whom to ask for and by which number. */
export function CompanyGlance({ row, card }: { row: Known; card: CompanyCard | undefined }) {
  const { t } = useTranslation();
  const styles = useStyles();
  const inn = card?.legalEntities.find((entity) => entity.inn)?.inn;
  const contacts = card
    ? [...card.contacts].sort((a, b) => Number(b.main) - Number(a.main)).slice(0, contactsShown)
    : row.contact
      ? [{ ...row.contact, phones: row.phone ? [row.phone] : [], roles: [] }]
      : [];
  const common = card ? card.phones.slice(0, 1) : row.contact || !row.phone ? [] : [row.phone];
  return (
    <div className={styles.root}>
      <div className={styles.head}>
        <h2 className={styles.heading}>
          <RouterLink to={`/companies/${row.id}`} className={styles.name}>
            <CompanyName name={row.name} />
          </RouterLink>
        </h2>
        <StatusBadge status={row.status} />
      </div>
      <div className={styles.facts}>
        <span>{row.city}</span>
        <LocalClock timeZone={row.timeZone} labelled />
        <CallState window={card?.callWindow ?? row.callWindow} />
        {inn && <span>{t('inn', { inn })}</span>}
      </div>
      <div className={styles.contacts}>
        {contacts.map((contact) => (
          <GlanceContact key={contact.id} contact={contact} />
        ))}
        {common.map((phone) => (
          <PhoneLink key={phone.text} phone={phone} />
        ))}
        {contacts.length === 0 && common.length === 0 && <Text size={200}>{t('phone.none')}</Text>}
      </div>
    </div>
  );
}
