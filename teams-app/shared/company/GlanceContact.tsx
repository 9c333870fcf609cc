import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { ContactView } from '../../../service/modules/companies/companies.contract';
import { PhoneLink } from './PhoneLink';
import { RoleBadges } from './RoleBadges';

const useStyles = makeStyles({
  root: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) auto', columnGap: tokens.spacingHorizontalM },
  who: { minWidth: 0, overflowWrap: 'anywhere' },
  position: { color: tokens.colorNeutralForeground3 },
  phones: { display: 'flex', flexDirection: 'column', alignItems: 'flex-end', maxWidth: '170px', textAlign: 'end' },
});

export function GlanceContact({ contact }: { contact: Pick<ContactView, 'name' | 'position' | 'phones' | 'roles'> }) {
  const styles = useStyles();
  return (
    <div className={styles.root}>
      <span className={styles.who}>
        <Text block>{contact.name}</Text>
        <Text size={200} className={styles.position}>
          {contact.position}
        </Text>{' '}
        <RoleBadges roles={contact.roles} />
      </span>
      <span className={styles.phones}>
        {contact.phones.slice(0, 2).map((phone) => (
          <PhoneLink key={phone.text} phone={phone} />
        ))}
      </span>
    </div>
  );
}
