/** The forms that stand before or after a name; the longer ones first, since «ПАО» ends with «АО». */
const forms = [
  'ООО',
  'ОАО',
  'ЗАО',
  'ПАО',
  'НАО',
  'АО',
  'ИП',
  'КФХ',
  'ГУП',
  'МУП',
  'ФГУП',
  'ФГБУ',
  'ФГАОУ',
  'ФГБОУ',
  'ГБУ',
  'МБУ',
  'АНО',
  'НКО',
  'СНТ',
  'ТСЖ',
  'ТОО',
  'СПК',
  'ПК',
  'ЧУП',
  'УП',
  'ОДО',
  'LLC',
  'Ltd',
  'GmbH',
  'JSC',
];
const start = new RegExp(`^(${forms.join('|')})[\\s,]+(?=\\S)`, 'i');
const end = new RegExp(`[\\s,]+(${forms.join('|')})\\.?$`, 'i');

/** «ООО „Ромашка"» → the form and the name it stands at: the eye looks for the name. */
export function splitLegalForm(full: string): { form: string | null; name: string; formFirst: boolean } {
  const text = full.trim();
  const first = start.exec(text);
  if (first) return { form: first[1]!, name: unquote(text.slice(first[0].length)), formFirst: true };
  const last = end.exec(text);
  if (last) return { form: last[1]!, name: unquote(text.slice(0, last.index)), formFirst: false };
  return { form: null, name: text, formFirst: true };
}

/** Takes off the quotes around the whole name, leaves those inside. */
function unquote(name: string): string {
  const inner = /^[«"“„](.+)[»"”]$/.exec(name.trim())?.[1];
  return inner && !/[«»"“”„]/.test(inner) ? inner : name.trim();
}
