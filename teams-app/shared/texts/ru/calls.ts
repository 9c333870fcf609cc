export const calls = { title: 'calls' };
