import { Button, Link, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { Edit16Regular, FoodCake16Filled, FoodCake16Regular } from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';
import type { ContactView } from '../../../service/modules/companies/companies.contract';
import { PhoneLink } from '../../shared/company/PhoneLink';
import { RoleBadges } from '../../shared/company/RoleBadges';
import { birthdayText, isNearBirthday, nextBirthday } from '../../shared/time/birthday';
import { useMoments } from '../../shared/time/use-moments';

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    columnGap: tokens.spacingHorizontalS,
    paddingBlock: tokens.spacingVerticalS,
    ':not(:last-child)': { borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
  },
  who: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '2px 8px', overflowWrap: 'anywhere' },
  secondary: { color: tokens.colorNeutralForeground3, overflowWrap: 'anywhere' },
  ways: { gridColumn: '1 / -1', display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalM },
  mail: { overflowWrap: 'anywhere' },
  birthday: { display: 'inline-flex', alignItems: 'center', gap: '4px', color: tokens.colorNeutralForeground3 },
  near: { color: tokens.colorBrandForeground1 },
});

export function ContactLines({ contact, onEdit }: { contact: ContactView; onEdit?: () => void }) {
  const { t, i18n } = useTranslation(['company', 'shared']);
  const styles = useStyles();
  const { today, day } = useMoments();
  const { birthday } = contact;
  const near = birthday !== null && isNearBirthday(birthday, today());
  return (
    <div className={styles.root}>
      <div>
        <div className={styles.who}>
          <Text weight="semibold">{contact.name}</Text>
          <RoleBadges roles={contact.roles} />
        </div>
        <Text size={200} block className={styles.secondary}>
          {[contact.position, contact.main && t('contacts.isMain')].filter(Boolean).join(' · ')}
        </Text>
      </div>
      {onEdit ? (
        <Button
          size="small"
          appearance="subtle"
          icon={<Edit16Regular />}
          aria-label={`${t('shared:edit')}: ${contact.name}`}
          onClick={onEdit}
        />
      ) : (
        <span />
      )}
      <div className={styles.ways}>
        {contact.phones.map((phone) => (
          <PhoneLink key={phone.text} phone={phone} />
        ))}
        {contact.emails.map((email) => (
          <Link key={email} href={`mailto:${email}`} className={styles.mail}>
            {email}
          </Link>
        ))}
      </div>
      {birthday && (
        <Text size={200} className={mergeClasses(styles.birthday, near && styles.near)}>
          {near ? <FoodCake16Filled aria-hidden /> : <FoodCake16Regular aria-hidden />}
          {near
            ? t('contacts.birthdaySoon', { date: day(nextBirthday(birthday, today())) })
            : birthdayText(birthday, i18n.language)}
        </Text>
      )}
      {contact.note && (
        <Text size={200} block className={styles.secondary} style={{ gridColumn: '1 / -1' }}>
          {contact.note}
        </Text>
      )}
    </div>
  );
}
