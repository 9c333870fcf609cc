export const birthdays = {
  title: 'Birthdays',
  intro: 'Contact persons to congratulate in the coming two weeks.',
  manager: 'Whose companies',
  mine: 'My companies',
  everybody: 'All managers',
  empty: 'No birthdays in the coming two weeks',
  emptyHint: 'Birthdays are kept on a contact’s card; the year may be left out.',
  age_one: 'turns {{count}}',
  age_other: 'turns {{count}}',
  congratulate: 'Open the card',
};
