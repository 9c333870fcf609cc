export const texts = {
  ru: {
    'activities.doneInFuture': 'сделанное не может быть в будущем',
    'activities.plannedInPast': 'этот день уже прошёл',
    'activities.dateNeeded': 'когда это сделать?',
    'activities.noteNotPlanned': 'заметку не планируют, её пишут',
    'activities.noSuchContact': 'у этой компании нет такого контакта',
    'activities.noSuchOutcome': 'нет такого итога у этого вида действия',
    'activities.notPlanned': 'Это действие уже выполнено или отменено.',
    'activities.idTaken': 'Такой номер действия уже есть у другой компании.',
  },
  en: {
    'activities.doneInFuture': 'what is done cannot be in the future',
    'activities.plannedInPast': 'this day has passed',
    'activities.dateNeeded': 'when shall it be done?',
    'activities.noteNotPlanned': 'a note is written, not planned',
    'activities.noSuchContact': 'this company has no such contact',
    'activities.noSuchOutcome': 'this kind of activity has no such outcome',
    'activities.notPlanned': 'This activity is done or cancelled already.',
    'activities.idTaken': 'Another company has an activity with this id.',
  },
} as const;
