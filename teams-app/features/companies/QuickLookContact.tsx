import { Link, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { ContactView, PhoneView } from '../../../service/modules/companies/companies.contract';
import { PhoneLink } from '../../shared/company/PhoneLink';
import { RoleBadges } from '../../shared/company/RoleBadges';

const useStyles = makeStyles({
  position: { color: tokens.colorNeutralForeground3, overflowWrap: 'anywhere' },
  name: { overflowWrap: 'anywhere' },
  ways: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: '2px' },
  email: { overflowWrap: 'anywhere' },
});

/** A person with everything one can reach him by. */
export function QuickLookContact({ contact }: { contact: ContactView }) {
  const styles = useStyles();
  return (
    <div>
      <Text weight="semibold" className={styles.name}>
        {contact.name}
      </Text>{' '}
      <RoleBadges roles={contact.roles} />
      {contact.position && (
        <Text size={200} block className={styles.position}>
          {contact.position}
        </Text>
      )}
      <WaysToReach phones={contact.phones} emails={contact.emails} />
    </div>
  );
}

export function WaysToReach({ phones, emails }: { phones: readonly PhoneView[]; emails: readonly string[] }) {
  const styles = useStyles();
  return (
    <div className={styles.ways}>
      {phones.map((phone) => (
        <PhoneLink key={phone.text} phone={phone} />
      ))}
      {emails.map((email) => (
        <Link key={email} href={`mailto:${email}`} className={styles.email}>
          {email}
        </Link>
      ))}
    </div>
  );
}
