// placeholder until the table arrives
import type { Country } from './working-time.contract';
export const productionCalendar: { country: Country; date: string; kind: 'holiday' | 'working' | 'short'; title: string }[] = [{ country: 'RU', date: '2026-01-01', kind: 'holiday', title: 'Новый год' }];
