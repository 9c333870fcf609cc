import { parseArgs } from 'node:util';
import { loadEnvFile, readConfig } from '../service/config';
import { assemble } from '../service/main';
import { seedLarge } from './seeds/large';
import { seedLargeSales } from './seeds/large-sales';

/** `npm run seed -- --companies 100000 [--contacts 3] [--activities 10] [--owners 50] [--deals 20000]` */
async function main(): Promise<void> {
  const whole = { type: 'string' } as const;
  const { values } = parseArgs({
    options: { companies: whole, contacts: whole, activities: whole, owners: whole, deals: whole },
  });
  const number = (name: keyof typeof values, otherwise: number) => {
    const value = values[name] === undefined ? otherwise : Number(values[name]);
    if (!Number.isInteger(value) || value < 0) throw new Error(`--${name}: a whole number`);
    return value;
  };
  const companies = number('companies', 100_000);
  loadEnvFile();
  const deps = await assemble({ ...readConfig(), LOG_LEVEL: 'error' });
  const started = Date.now();
  await seedLarge(deps, {
    companies,
    contacts: number('contacts', 3),
    activities: number('activities', 10),
    owners: number('owners', 50),
    onProgress: (done) => {
      const part = done / companies;
      const left = ((Date.now() - started) / part) * (1 - part);
      const bar = '█'.repeat(Math.round(part * 30)).padEnd(30, '░');
      if (process.stderr.isTTY || done === companies)
        process.stderr.write(`\r${bar} ${done}/${companies}  ${Math.ceil(left / 1000)} s left `);
    },
  });
  await seedLargeSales(deps, number('deals', Math.floor(companies / 5)));
  await deps.database.close();
  process.stderr.write(`\n${companies} companies in ${Math.round((Date.now() - started) / 1000)} s\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(1);
});
