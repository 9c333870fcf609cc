import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { PersonAdd20Regular } from '@fluentui/react-icons';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CompanyCard } from '../../../service/modules/companies/companies.contract';
import type { Correspondent } from '../../../service/modules/mail/mail.contract';
import { PhoneLink } from '../../../teams-app/shared/company/PhoneLink';

const AddContact = lazy(() => import('../add/AddContact').then((module) => ({ default: module.AddContact })));

const useStyles = makeStyles({
  contact: { display: 'flex', flexDirection: 'column', paddingBlock: '6px' },
  quiet: { color: tokens.colorNeutralForeground3 },
});

/** Whom one may speak with; who writes and is not among them is added here. */
export function Contacts({ card, person }: { card: CompanyCard; person: Correspondent | null }) {
  const { t } = useTranslation('pane');
  const styles = useStyles();
  const [adding, setAdding] = useState(false);
  const known =
    !person || card.contacts.some(({ emails }) => emails.some((email) => email.toLowerCase() === person.address));
  return (
    <>
      {card.contacts.map((contact) => (
        <div key={contact.id} className={styles.contact}>
          <Text>{contact.name}</Text>
          <Text size={200} className={styles.quiet}>
            {contact.position}
          </Text>
          {contact.phones.map((phone) => (
            <span key={phone.text}>
              <PhoneLink phone={phone} />
            </span>
          ))}
        </div>
      ))}
      {card.contacts.length === 0 && known && <Text size={200}>{t('noContacts')}</Text>}
      {!known && card.can.update && !adding && (
        <Button size="small" icon={<PersonAdd20Regular />} onClick={() => setAdding(true)}>
          {t('addPerson', { name: person.name ?? person.address })}
        </Button>
      )}
      {adding && person && (
        <Suspense fallback={null}>
          <AddContact person={person} companyId={card.id} onDone={() => setAdding(false)} />
        </Suspense>
      )}
    </>
  );
}
