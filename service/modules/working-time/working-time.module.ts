import { handle } from '../../kernel/handle';
import { reactTo, type Module } from '../../kernel/module';
import { clearDay, readCalendar, setDay, suggestCities } from './edit-calendar';
import { forgetCalendar } from './load-calendar';
import * as contract from './working-time.contract';
import { CalendarDay, Place } from './working-time.entity';

/** Countries' calendars, zones and cities: everything that answers "is it working time there?" */
export const workingTimeModule: Module = {
  name: 'working-time',
  entities: [CalendarDay, Place],
  reactions: [reactTo(CalendarDay, (ctx) => forgetCalendar(ctx))],
  routes: [
    handle(contract.listCalendarDays, readCalendar),
    handle(contract.setCalendarDay, setDay),
    handle(contract.clearCalendarDay, clearDay),
    handle(contract.findCities, suggestCities),
  ],
};
