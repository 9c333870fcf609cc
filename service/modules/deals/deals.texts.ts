export const texts = {
  ru: {
    'deals.noSuchStage': 'нет такого этапа',
    'deals.commentNeeded': 'напишите, почему',
    'deals.idTaken': 'Такой номер записи уже занят другой сделкой.',
    'deals.ownerForbidden': 'Назначать другого ответственного может тот, чьи права на сделки до него доходят.',
    'deals.stageHasDeals': 'На нём ещё есть сделки, например {number}. Сначала переведите их.',
    'deals.stageInUse': 'На этом этапе есть сделки, например {number}: смысл этапа менять нельзя, заведите новый.',
    'deals.lastPipeline': 'Последнюю воронку убрать нельзя: новым сделкам негде стоять.',
    'deals.lastOpenStage': 'Последний рабочий этап убрать нельзя: новым сделкам негде стоять.',
  },
  en: {
    'deals.noSuchStage': 'there is no such stage',
    'deals.commentNeeded': 'say why',
    'deals.idTaken': 'This record id belongs to another deal.',
    'deals.ownerForbidden': 'Another responsible can be named by whoever’s rights on deals reach him.',
    'deals.stageHasDeals': 'Deals still stand on it, {number} for one. Move them first.',
    'deals.stageInUse': 'Deals stand on this stage, {number} for one: its meaning cannot change, make a new one.',
    'deals.lastPipeline': 'The last pipeline cannot go: new deals would have no place.',
    'deals.lastOpenStage': 'The last open stage cannot go: new deals would have no place.',
  },
} as const;
