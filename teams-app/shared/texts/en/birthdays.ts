export const birthdays = { title: 'birthdays' };
