export const texts = {
  ru: {
    'catalog.known': 'Такая позиция в каталоге уже есть.',
    'catalog.tooMuch': 'сумма слишком велика',
    'catalog.tooLarge': 'Файл больше 5 МБ. Оставьте в нём только таблицу.',
    'catalog.nothingRead': 'В тексте или файле не нашлось строк с оборудованием.',
  },
  en: {
    'catalog.known': 'The catalogue has this item already.',
    'catalog.tooMuch': 'the sum is too large',
    'catalog.tooLarge': 'The file is larger than 5 MB. Leave only the table in it.',
    'catalog.nothingRead': 'There are no lines of equipment in the text or file.',
  },
} as const;
