import { makePassword } from './make-password';

test('three groups of unmistakable signs, never the same', () => {
  const made = new Set(Array.from({ length: 200 }, makePassword));
  expect(made.size).toBe(200);
  for (const password of made) expect(password).toMatch(/^([a-km-np-z2-9]{4}-){2}[a-km-np-z2-9]{4}$/);
});
