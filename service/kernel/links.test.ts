import { chatLink } from './links';
import type { Settings } from './context';

const settings = { publicUrl: 'https://crm.company.ru', teamsAppId: null } as Settings;

test('without an app in Teams a link is the page itself', () => {
  expect(chatLink(settings, '/companies/1?tab=documents')).toBe('https://crm.company.ru/companies/1?tab=documents');
});

test('with one it opens that page inside Teams, and the page itself elsewhere', () => {
  const link = new URL(chatLink({ ...settings, teamsAppId: 'app' }, '/companies?search=ООО «А и Б»'));
  expect(link.pathname).toBe('/l/entity/app/calls');
  expect(link.searchParams.get('webUrl')).toBe('https://crm.company.ru/companies?search=ООО «А и Б»');
  expect(JSON.parse(link.searchParams.get('context')!)).toEqual({ subPageId: '/companies?search=ООО «А и Б»' });
  expect(link.search).not.toContain('+');
});
