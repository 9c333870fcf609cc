import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { CompanyCard } from '../../../service/modules/companies/companies.contract';
import { narrowQuery } from '../../shared/frame/breakpoints';
import { useMedia } from '../../shared/use-media';
import { ConsigneesSection } from './ConsigneesSection';
import { ContactsSection } from './ContactsSection';
import { DealsSection } from './DealsSection';
import { FactsSection } from './FactsSection';
import { NextCalendar } from './NextCalendar';
import { RemindersSection } from './RemindersSection';
import { RequisitesSection } from './RequisitesSection';
import { Timeline } from './Timeline';

const useStyles = makeStyles({
  root: { display: 'flex', flexGrow: 1, minHeight: 0 },
  left: { display: 'flex', flexDirection: 'column', flexGrow: 1, minWidth: 0 },
  right: {
    width: '352px',
    flexShrink: 0,
    boxSizing: 'border-box',
    overflowY: 'auto',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    padding: '12px 16px 16px 0',
  },
  stacked: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, padding: '12px 16px 0' },
  more: {
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
  },
});

/** Left what was and will be done, right who they are; one column where there is no room for two. */
export function CardTab({ card }: { card: CompanyCard }) {
  const { t } = useTranslation('company');
  const styles = useStyles();
  const isNarrow = useMedia(narrowQuery);
  if (isNarrow) {
    const folded = [
      { id: 'calendar', title: t('calendar.title'), content: <NextCalendar card={card} plain /> },
      { id: 'facts', title: t('facts.title'), content: <FactsSection card={card} plain /> },
      { id: 'requisites', title: t('requisites.title'), content: <RequisitesSection card={card} plain /> },
      { id: 'consignees', title: t('consignees.title'), content: <ConsigneesSection card={card} plain /> },
    ];
    return (
      <div className={styles.left}>
        <Timeline
          card={card}
          above={
            <div className={styles.stacked}>
              <ContactsSection card={card} />
              <DealsSection card={card} />
              <RemindersSection company={card} />
              <Accordion multiple collapsible className={styles.more}>
                {folded.map(({ id, title, content }) => (
                  <AccordionItem key={id} value={id}>
                    <AccordionHeader as="h2">{title}</AccordionHeader>
                    <AccordionPanel>{content}</AccordionPanel>
                  </AccordionItem>
                ))}
              </Accordion>
            </div>
          }
        />
      </div>
    );
  }
  return (
    <div className={styles.root}>
      <div className={styles.left}>
        <Timeline card={card} withForm />
      </div>
      <div className={styles.right} tabIndex={0} role="region" aria-label={t('tabs.card')}>
        <ContactsSection card={card} />
        <DealsSection card={card} />
        <RemindersSection company={card} />
        <NextCalendar card={card} />
        <FactsSection card={card} />
        <RequisitesSection card={card} />
        <ConsigneesSection card={card} />
      </div>
    </div>
  );
}
