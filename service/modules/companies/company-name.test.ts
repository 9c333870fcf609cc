import fc from 'fast-check';
import { legalForms } from '../../kernel/legal-forms';
import { companyKey, splitLegalForm } from './company-name';

describe('a legal form', () => {
  it.each([
    ['ООО «Ромашка»', 'ООО', 'Ромашка'],
    ['ООО"Ромашка"', 'ООО', 'Ромашка'],
    ['Ромашка ООО', 'ООО', 'Ромашка'],
    ['«Ромашка», ООО', 'ООО', 'Ромашка'],
    ['Ромашка (ООО)', 'ООО', 'Ромашка'],
    ['ооо ромашка', 'ООО', 'ромашка'],
    ['OOO Ромашка', 'ООО', 'Ромашка'], // Latin O
    ['Общество с ограниченной ответственностью „Ромашка“', 'ООО', 'Ромашка'],
    ['Публичное акционерное общество "Сбербанк России"', 'ПАО', 'Сбербанк России'],
    ['ОАО «Завод»', 'ОАО', 'Завод'],
    ['ЗАО Завод', 'ЗАО', 'Завод'],
    ['ИП Иванов И.И.', 'ИП', 'Иванов И.И.'],
    ['Иванов И.И., ИП', 'ИП', 'Иванов И.И.'],
    ['Индивидуальный предприниматель Иванов Иван', 'ИП', 'Иванов Иван'],
    ['Глава крестьянского (фермерского) хозяйства Петров', 'КФХ', 'Петров'],
    ['ГБОУ Школа № 1', 'ГБОУ', 'Школа № 1'],
    ['Федеральное казённое учреждение «Упрдор»', 'ФКУ', 'Упрдор'],
    ['МУП «Водоканал»', 'МУП', 'Водоканал'],
    ['ФГУП «Почта»', 'ФГУП', 'Почта'],
    ['ФГБОУ ВО «Университет»', 'ФГБОУ ВО', 'Университет'],
    ['АНО «Центр»', 'АНО', 'Центр'],
    ['НКО Фонд', 'НКО', 'Фонд'],
    ['ТОО «Алтын»', 'ТОО', 'Алтын'],
    ['Алтын ЖШС', 'ЖШС', 'Алтын'],
    ['ЧУП «Свет»', 'ЧУП', 'Свет'],
    ['ОДО «Свет»', 'ОДО', 'Свет'],
    ['Частное унитарное предприятие Свет', 'ЧУП', 'Свет'],
    ['Romashka LLC', 'LLC', 'Romashka'],
  ])('%s is %s and %s', (name, form, core) => expect(splitLegalForm(name)).toEqual({ form, core }));

  it.each(['АО-Сервис', 'ОООдин', 'Ромашка', 'Ипотека'])('is not seen in %s', (name) =>
    expect(splitLegalForm(name)).toEqual({ form: null, core: name }),
  );

  it('alone stays a name', () => {
    expect(splitLegalForm('ООО')).toEqual({ form: null, core: 'ООО' });
    expect(splitLegalForm(' ООО "" ')).toEqual({ form: null, core: 'ООО' });
    expect(splitLegalForm('')).toEqual({ form: null, core: '' });
  });

  it.each(legalForms.flatMap(({ short, long }) => [short, ...long].map((written) => [written, short] as const)))(
    'is known as «%s»',
    (written, form) => {
      expect(splitLegalForm(`${written} «Ромашка»`)).toEqual({ form, core: 'Ромашка' });
      expect(splitLegalForm(`Ромашка, ${written.toUpperCase()}`)).toEqual({ form, core: 'Ромашка' });
    },
  );
});

describe('quotes', () => {
  it.each([
    ['ООО «Торговый дом "Ромашка"»', 'Торговый дом Ромашка'],
    ['АО "НПО ""Луч"""', 'НПО Луч'],
    ["'Ромашка'", 'Ромашка'],
    ["O'Key", "O'Key"],
  ])('of %s leave %s', (name, core) => expect(splitLegalForm(name).core).toBe(core));
});

describe('the key of a name', () => {
  it('is the same however the name is written', () => {
    const written = [
      'ООО «Ёлка-Сервис»',
      'Елка сервис, ООО',
      'ЁЛКА  СЕРВИС',
      'Общество с ограниченной ответственностью "Елка - Сервис"',
    ];
    expect(new Set(written.map(companyKey))).toEqual(new Set(['елка сервис']));
  });

  it('differs for different names', () => {
    expect(companyKey('ООО Ромашка-2')).not.toBe(companyKey('ООО Ромашка'));
  });

  it('is never empty for a name that is not', () => {
    expect(companyKey('+++')).toBe('+++');
    expect(companyKey('ООО')).toBe('ооо');
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 1 }).filter((s) => s.trim() !== ''),
        (name) => companyKey(name) !== '',
      ),
    );
  });

  it('is its own key', () => {
    const name = fc
      .stringMatching(/^[а-яё]{2,9}( [а-яё0-9]{2,9}){0,2}$/)
      .filter((text) => splitLegalForm(text).form === null);
    fc.assert(fc.property(name, (text) => companyKey(companyKey(text)) === companyKey(text)));
  });
});
