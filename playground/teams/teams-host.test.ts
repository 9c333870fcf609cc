import { answerTeams, envelope, isTeamsRequest, themeNews, type TeamsSurroundings } from './teams-host';

const surroundings: TeamsSurroundings = {
  account: { address: 'anna@ryadom.example', name: 'Анна Светлова' },
  theme: 'dark',
  locale: 'ru-ru',
  phone: false,
  token: async () => 'token',
};
const ask = (func: string, changes: Partial<TeamsSurroundings> = {}) =>
  answerTeams({ id: 1, func }, { ...surroundings, ...changes });

test('answers what the tab asks of Teams', async () => {
  expect(await ask('initialize')).toEqual(['content', 'web', expect.stringContaining('"apiVersion":4'), '2.58.0']);
  expect(await ask('initialize', { phone: true })).toEqual(expect.arrayContaining(['android']));
  expect(await ask('getContext')).toMatchObject([
    { theme: 'dark', locale: 'ru-ru', userPrincipalName: 'anna@ryadom.example' },
  ]);
  expect(await ask('authentication.getAuthToken')).toEqual([true, 'token']);
  expect(await ask('registerHandler')).toBeNull();
});

test('a token that cannot be had is told as Teams tells it', async () => {
  const token = async () => {
    throw new Error('no door');
  };
  expect(await ask('authentication.getAuthToken', { token })).toEqual([false, 'Error: no door']);
});

test('knows calls from other messages, and answers under their number', () => {
  expect(isTeamsRequest({ id: 0, func: 'initialize' })).toBe(true);
  for (const other of [null, 'text', {}, { func: 'x' }, { id: 1 }]) expect(isTeamsRequest(other)).toBe(false);
  expect(envelope({ id: 3, uuidAsString: 'u', func: 'getContext' }, [1])).toEqual({
    id: 3,
    uuid: undefined,
    uuidAsString: 'u',
    args: [1],
  });
  expect(themeNews('contrast')).toEqual({ func: 'themeChange', args: ['contrast'] });
});
