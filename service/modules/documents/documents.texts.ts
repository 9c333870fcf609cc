export const texts = {
  ru: {
    'documents.tooLarge': 'Файл больше 25 МБ. Сожмите его или разделите.',
    'documents.noSuchActivity': 'у этой компании нет такого действия',
    'documents.noSuchCategory': 'нет такой категории',
    'documents.fileGone': 'Файл не найден в хранилище. Сообщите администратору.',
  },
  en: {
    'documents.tooLarge': 'The file is larger than 25 MB. Compress or split it.',
    'documents.noSuchActivity': 'this company has no such activity',
    'documents.noSuchCategory': 'there is no such category',
    'documents.fileGone': 'The file is not in the storage. Tell the administrator.',
  },
} as const;
