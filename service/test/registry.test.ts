import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { documentedVariables, readConfig, ConfigError } from '../config';
import { openApiDocument } from '../kernel/openapi';
import { modules } from '../modules/registry';

describe('the registry', () => {
  test('every route is there once, its path parameters are in its input', () => {
    const seen = new Set<string>();
    for (const { endpoint } of modules.routes) {
      const key = `${endpoint.method} ${endpoint.path}`;
      expect(seen.has(key)).toBe(false);
      seen.add(key);
      for (const [, name] of endpoint.path.matchAll(/\{(\w+)\}/g))
        expect(Object.keys(endpoint.input.shape)).toContain(name);
    }
  });

  test('every subscription and every tick has its job', () => {
    for (const kinds of modules.subscriptions.values())
      for (const kind of kinds) expect(modules.jobs.has(kind)).toBe(true);
    for (const { kind } of modules.cron) expect(modules.jobs.has(kind)).toBe(true);
  });

  test('every text of the service is there in both languages', () => {
    expect([...modules.texts.en.keys()].sort()).toEqual([...modules.texts.ru.keys()].sort());
  });

  test('the OpenAPI document names every route', () => {
    const document = openApiDocument(
      modules.routes.map((route) => route.endpoint),
      'test',
    ) as { openapi: string; paths: Record<string, Record<string, unknown>> };
    expect(document.openapi).toBe('3.1.0');
    for (const { endpoint } of modules.routes)
      expect(document.paths[endpoint.path]).toHaveProperty(endpoint.method.toLowerCase());
  });
});

describe('the settings', () => {
  test('an empty environment is a working demo', () => {
    expect(readConfig({})).toMatchObject({
      PORT: 3978,
      DATABASE_URL: 'sqlite:var/ryadom.sqlite',
      DEMO: true,
      COMPANY_REGISTRY: 'stand-in',
    });
  });

  test('an administrator of one’s own turns the demo off', () => {
    expect(readConfig({ ADMIN_LOGIN: 'chief', ADMIN_PASSWORD: 'long-enough' })).toMatchObject({
      DEMO: false,
      COMPANY_REGISTRY: 'off',
    });
  });

  test('all problems are told at once', () => {
    const attempt = () =>
      readConfig({ PORT: 'eighty', DATABASE_URL: 'postgres://x', ADMIN_LOGIN: 'chief', COMPANY_REGISTRY: 'dadata' });
    expect(attempt).toThrow(ConfigError);
    try {
      attempt();
    } catch (error) {
      const problems = (error as ConfigError).problems.join('\n');
      for (const name of ['PORT', 'DATABASE_URL', 'ADMIN_PASSWORD', 'DADATA_TOKEN']) expect(problems).toContain(name);
    }
  });

  test('.env.sample documents exactly the variables there are', () => {
    const sample = readFileSync(resolve(__dirname, '../../.env.sample'), 'utf8');
    const named = [...sample.matchAll(/^#?\s?([A-Z][A-Z_]+)=/gm)].map((match) => match[1]!);
    expect(named.sort()).toEqual(Object.keys(documentedVariables).sort());
  });
});
