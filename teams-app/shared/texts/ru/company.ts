export const company = { title: 'company' };
