const doneCategories: ReadonlySet<string> = new Set([
  'сделано',
  'выполнено',
  'готово',
  'завершено',
  'проведено',
  'done',
  'completed',
  'complete',
]);

/** Whether a category of Outlook says that something is done: nobody has to be told which of the words is the right one. */
export const saysDone = (category: string): boolean => doneCategories.has(category.trim().toLowerCase());
