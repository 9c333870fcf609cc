import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { modules } from '../modules/registry';

/**
 * Who may import whom (docs/architecture.md). The folder tree is the architecture; this keeps it true.
 */
const root = resolve(__dirname, '../..');
const order = modules.list.map((module) => module.name);

interface Import {
  from: string;
  to: string;
  typeOnly: boolean;
}

const files = ['service', 'database', 'teams-app', 'outlook-addin', 'playground'].flatMap((folder) =>
  sources(join(root, folder)),
);
const imports: Import[] = files.flatMap(importsOf);

function sources(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return sources(path);
      return /\.tsx?$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name) ? [path] : [];
    });
  } catch {
    return [];
  }
}

function importsOf(file: string): Import[] {
  const text = readFileSync(file, 'utf8');
  return [...text.matchAll(/(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?'(\.[^']+)'/g)].flatMap((match) => {
    const path = resolve(dirname(file), match[2]!);
    const target = ['.ts', '.tsx', ''].map((ending) => path + ending).find((candidate) => files.includes(candidate));
    return target ? [{ from: relative(root, file), to: relative(root, target), typeOnly: Boolean(match[1]) }] : [];
  });
}

const moduleOf = (path: string) => /^service\/modules\/([^/]+)\//.exec(path)?.[1];
const say = ({ from, to }: Import) => `${from} → ${to}`;

function complaints(of: (edge: Import) => boolean): string[] {
  return imports.filter(of).map(say);
}

describe('the folder tree', () => {
  test('there is something to check', () => {
    expect(files.length).toBeGreaterThan(50);
    expect(imports.length).toBeGreaterThan(100);
  });

  test('the kernel imports only itself', () => {
    expect(
      complaints(({ from, to }) => from.startsWith('service/kernel/') && !to.startsWith('service/kernel/')),
    ).toEqual([]);
  });

  test('contracts import only contracts, the endpoint and plain lists: they travel to browsers', () => {
    const safe = (path: string) =>
      /\.contract\.ts$|kernel\/endpoint\.ts$|\/permissions\.ts$|\/activity-kinds\.ts$|\/notice-kinds\.ts$|\/stage-meanings\.ts$/.test(
        path,
      );
    expect(complaints(({ from, to }) => from.endsWith('.contract.ts') && !safe(to))).toEqual([]);
  });

  test('a module calls only modules before it, through their public face; contracts as types are free', () => {
    expect(
      complaints(({ from, to, typeOnly }) => {
        const [own, other] = [moduleOf(from), moduleOf(to)];
        if (!own || !other || own === other || own === 'reports') return false;
        if (from.endsWith('.contract.ts')) return false;
        if (to.endsWith('.contract.ts') || to.endsWith('activity-kinds.ts')) return false;
        const earlier = order.indexOf(other) < order.indexOf(own);
        const mayRead = to.endsWith('.entity.ts') && earlier;
        return !(earlier && to.endsWith('.public.ts')) && !mayRead && !(typeOnly && earlier);
      }),
    ).toEqual([]);
  });

  test('modules know outside systems only by their ports', () => {
    expect(
      complaints(
        ({ from, to }) => Boolean(moduleOf(from)) && to.startsWith('service/adapters/') && !to.endsWith('.port.ts'),
      ),
    ).toEqual([]);
  });

  test('an adapter imports the kernel and its own folder', () => {
    expect(
      complaints(({ from, to }) => {
        const own = /^service\/adapters\/[^/]+\//.exec(from)?.[0];
        return Boolean(own) && !to.startsWith(own!) && !to.startsWith('service/kernel/');
      }),
    ).toEqual([]);
  });

  test('the service knows no front end, a front end only contracts', () => {
    expect(
      complaints(
        ({ from, to }) =>
          from.startsWith('service/') &&
          /^(teams-app|outlook-addin|playground)\//.test(to) &&
          // The demo mounts the playground.
          !(from === 'service/main.ts' && to === 'playground/playground.ts'),
      ),
    ).toEqual([]);
    // requisites.ts, money.ts: check digits and sums, pure arithmetic that a form does while one types.
    const travelling =
      /\.contract\.ts$|kernel\/endpoint\.ts$|\/permissions\.ts$|\/activity-kinds\.ts$|\/notice-kinds\.ts$|\/stage-meanings\.ts$|\/requisites\.ts$|kernel\/money\.ts$/;
    expect(
      complaints(
        ({ from, to }) =>
          /^(teams-app|outlook-addin)\//.test(from) && to.startsWith('service/') && !travelling.test(to),
      ),
    ).toEqual([]);
  });

  test('the tab’s features do not import one another, its shared parts no feature', () => {
    const feature = (path: string) => /^teams-app\/features\/([^/]+)\//.exec(path)?.[1];
    expect(
      complaints(({ from, to }) => Boolean(feature(from) && feature(to) && feature(from) !== feature(to))),
    ).toEqual([]);
    expect(
      complaints(({ from, to }) => from.startsWith('teams-app/shared/') && to.startsWith('teams-app/features/')),
    ).toEqual([]);
  });

  test('nothing imports the main file; the playground only the demo’s start and the browser tests', () => {
    const mayAssemble = /-command\.ts$|^database\/seed\.ts$/;
    expect(complaints(({ from, to }) => to === 'service/main.ts' && !mayAssemble.test(from))).toEqual([]);
    expect(
      complaints(({ from, to }) => to.startsWith('playground/') && !/^playground\/|^service\/main\.ts$/.test(from)),
    ).toEqual([]);
  });

  test('there is no cycle', () => {
    const graph = new Map<string, string[]>();
    for (const { from, to, typeOnly } of imports) if (!typeOnly) graph.set(from, [...(graph.get(from) ?? []), to]);
    const settled = new Set<string>();
    const cycles: string[] = [];
    const walk = (file: string, path: string[]) => {
      if (path.includes(file)) cycles.push([...path.slice(path.indexOf(file)), file].join(' → '));
      else if (!settled.has(file)) {
        for (const next of graph.get(file) ?? []) walk(next, [...path, file]);
        settled.add(file);
      }
    };
    for (const file of graph.keys()) walk(file, []);
    expect(cycles).toEqual([]);
  });

  test('records are written through the kernel alone, so that each write has its history', () => {
    // Sessions, bookkeeping of imports, jobs and mailboxes, and counters are no records of the business.
    const allowed =
      /^service\/(kernel|test)\/|users\/sign-in\.ts$|companies\/company-index\.ts$|modules\/imports\/|system\/clean-up\.ts$|modules\/notifications\/|modules\/calendar\/|reminders\/ring\.ts$|assistant\/conversation\.ts$|catalog\/remember-lines\.ts$|forecast\/follow-offers\.ts$|modules\/kpi\/count|reports\/run-report\.ts$/;
    const writing = /\b(insertRows|changeRows|deleteRows)\(/;
    expect(
      files
        .filter((file) => writing.test(readFileSync(file, 'utf8')))
        .map((file) => relative(root, file))
        .filter((file) => file.startsWith('service/') && !allowed.test(file)),
    ).toEqual([]);
  });

  test('what SQL Server must not see is nowhere: upsert, orIgnore, cascades', () => {
    const forbidden = /\b(orIgnore|upsert|orUpdate|onDelete\s*:|synchronize\s*:\s*true)\b/;
    expect(
      files
        .filter(
          (file) => /^(service|database)\//.test(relative(root, file)) && forbidden.test(readFileSync(file, 'utf8')),
        )
        .map((file) => relative(root, file))
        .filter((file) => !file.startsWith('database/tsql') && file !== 'service/test/architecture.test.ts'),
    ).toEqual([]);
  });
});
