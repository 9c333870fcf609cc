/** Opens every account of the demo. In earnest whoever still has it must change it at once. */
export const demoPassword = 'ryadom-demo';

/** One account for each role, offered on the sign-in page of the demo. */
export const demoAccounts = [
  { login: 'anna', name: 'Анна Светлова', roleCode: 'manager', department: 'Отдел продаж «Запад»' },
  { login: 'boris', name: 'Борис Лугов', roleCode: 'manager', department: 'Отдел продаж «Запад»' },
  { login: 'vera', name: 'Вера Северная', roleCode: 'manager', department: 'Отдел продаж «Восток»' },
  { login: 'gleb', name: 'Глеб Озеров', roleCode: 'head', department: 'Отдел продаж «Запад»' },
  { login: 'dina', name: 'Дина Полевая', roleCode: 'technician', department: 'Технический отдел' },
  { login: 'egor', name: 'Егор Рощин', roleCode: 'operator', department: 'Диспетчерская' },
  { login: 'zhanna', name: 'Жанна Берёзова', roleCode: 'accountant', department: 'Бухгалтерия' },
  { login: 'zakhar', name: 'Захар Ключев', roleCode: 'marketer', department: 'Маркетинг' },
  { login: 'admin', name: 'Администратор', roleCode: 'administrator', department: null },
] as const;
