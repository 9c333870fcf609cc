import { outlookCalendar } from '../../../playground/test/outlook-calendar';
import { buildActivity, buildCompany, type Person } from '../../test/builders';
import { askCheck, askPull } from './mark';

/** On an engine far away each event costs a dozen round trips: fewer of them there. */
const [events, syncs] = process.env.DATABASE_URL ? [60, 20] : [500, 100];
const people = 7;

test(`${people} people × ${events} events × ${syncs} syncs end with exactly ${people * events} events`, async () => {
  const world = await outlookCalendar();
  try {
    const persons: Person[] = [];
    for (let count = 0; count < people; count += 1) persons.push(await world.person());
    for (const person of persons) {
      const company = await buildCompany(world.app, { ownerId: person.id });
      for (let count = 0; count < events; count += 1)
        await buildActivity(world.app, company, {
          ownerId: person.id,
          at: new Date(Date.UTC(2026, 2, 13, 6) + count * 30 * 60_000),
        });
    }
    await world.settle();
    for (let sync = 0; sync < syncs; sync += 1) {
      world.app.clock.advance({ minutes: 5 });
      await world.app.write(async (ctx) => {
        for (const { id } of persons) await askPull(ctx, id);
      });
      await world.settle();
      // And every so often everything is compared.
      if (sync % 25 === 24)
        await world.app.write(async (ctx) => {
          for (const { id } of persons) await askCheck(ctx, id);
        });
    }
    const all = persons.flatMap((person) => [...world.mailboxOf(person).events.values()]);
    expect(all).toHaveLength(people * events);
    expect(world.ours(persons[0]!)).toHaveLength(events);
    expect(all.every(({ attendees }) => attendees.length === 0)).toBe(true);
    expect(all.every(({ changeKey }) => changeKey === 1)).toBe(true);
    expect(world.graph.letters).toEqual([]);
    expect(world.graph.load.most).toBeLessThanOrEqual(3);
    expect(world.graph.load.refused).toBe(0);
  } finally {
    await world.close();
  }
}, 600_000);
