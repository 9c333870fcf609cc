export const companies = { title: 'companies' };
