import { Button, Link, makeStyles, Text, tokens } from '@fluentui/react-components';
import { Add16Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CompanyCard, ContactView } from '../../../service/modules/companies/companies.contract';
import { phoneQuery } from '../../shared/frame/breakpoints';
import { Section } from '../../shared/frame/Section';
import { useMedia } from '../../shared/use-media';
import { ContactForm } from './ContactForm';
import { ContactLines } from './ContactLines';

const useStyles = makeStyles({
  empty: { color: tokens.colorNeutralForeground3 },
  all: { marginTop: tokens.spacingVerticalS },
});

/** More than this many are folded away; on a phone the history must not drown under them. */
const shownAtOnce = 5;
const shownOnPhone = 2;

export function ContactsSection({ card }: { card: CompanyCard }) {
  const { t } = useTranslation('company');
  const styles = useStyles();
  const [open, setOpen] = useState<{ contact: ContactView | null } | null>(null);
  const isPhone = useMedia(phoneQuery);
  const [all, setAll] = useState(false);
  const contacts = [...card.contacts].sort((a, b) => Number(b.main) - Number(a.main));
  const shown = all ? contacts : contacts.slice(0, isPhone ? shownOnPhone : shownAtOnce);
  return (
    <Section
      title={t('contacts.title')}
      action={
        card.can.update && (
          <Button
            size="small"
            appearance="subtle"
            icon={<Add16Regular />}
            aria-label={t('contacts.add')}
            onClick={() => setOpen({ contact: null })}
          >
            {t('contacts.addShort')}
          </Button>
        )
      }
    >
      {contacts.length === 0 && <Text className={styles.empty}>{t('contacts.empty')}</Text>}
      {shown.map((contact) => (
        <ContactLines
          key={contact.id}
          contact={contact}
          onEdit={card.can.update ? () => setOpen({ contact }) : undefined}
        />
      ))}
      {shown.length < contacts.length && (
        <Link as="button" className={styles.all} onClick={() => setAll(true)}>
          {t('contacts.showAll', { count: contacts.length })}
        </Link>
      )}
      {open && <ContactForm companyId={card.id} contact={open.contact} onClose={() => setOpen(null)} />}
    </Section>
  );
}
