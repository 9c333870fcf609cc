import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CompanyCard } from '../../../service/modules/companies/companies.contract';
import { Section } from '../../shared/frame/Section';
import { MonthCalendar } from '../../shared/time/MonthCalendar';
import { dateIn } from '../../shared/time/zone-time';
import { useMoments } from '../../shared/time/use-moments';
import { PlanDayDialog } from './PlanDayDialog';
import { PlanFromFile } from './PlanFromFile';

/** The month of next contacts: a dot where something is planned, a press plans. */
export function NextCalendar({ card, plain }: { card: CompanyCard; plain?: boolean }) {
  const { t } = useTranslation('company');
  const { zone, today } = useMoments();
  const [picked, setPicked] = useState<string | null>(null);
  const counts = new Map<string, number>();
  for (const { at } of card.planned) {
    const date = dateIn(at, zone);
    counts.set(date, (counts.get(date) ?? 0) + 1);
  }
  const marks = new Map([...counts].map(([date, count]) => [date, t('calendar.has', { count })]));
  return (
    <Section
      title={t('calendar.title')}
      plain={plain}
      action={card.can.logActivity ? <PlanFromFile card={card} /> : undefined}
    >
      <MonthCalendar
        marks={marks}
        isUsable={(date) => marks.has(date) || (card.can.logActivity && date >= today())}
        onPick={setPicked}
      />
      {picked && <PlanDayDialog card={card} date={picked} onClose={() => setPicked(null)} />}
    </Section>
  );
}
