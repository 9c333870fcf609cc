import XlsxPopulate, { type Sheet } from 'xlsx-populate';
import type { ListName } from './fields';
import type { ReportPeriod } from './reports.contract';

interface Column {
  title: string;
  /** What stands in the repeated row: a tag, or a formula of that row. */
  cell: string;
  width: number;
  format?: string;
  /** Added up under the list. */
  sum?: boolean;
}

interface Ready {
  code: string;
  name: string;
  list: ListName;
  period: ReportPeriod;
  make: () => Promise<Buffer>;
}

const rubles = '#,##0.00';

/** Ready templates, plain enough to be changed in Excel and uploaded again as one's own. */
export const gallery: Ready[] = [
  {
    code: 'kpiWeek',
    name: 'Показатели за неделю',
    list: 'kpi',
    period: 'week',
    make: () =>
      sheetOf('Показатели за неделю', 'kpi', [
        { title: 'Менеджер', cell: '{{manager}}', width: 28 },
        { title: 'Звонки', cell: '{{calls}}', width: 10, sum: true },
        { title: 'Норма', cell: '{{calls_norm}}', width: 10, sum: true },
        { title: '%', cell: '=IFERROR(ROUND(B5/C5*100,0),0)', width: 8 },
        { title: 'Встречи', cell: '{{meetings}}', width: 10, sum: true },
        { title: 'Норма', cell: '{{meetings_norm}}', width: 10, sum: true },
        { title: 'КП', cell: '{{offers}}', width: 8, sum: true },
        { title: 'Норма', cell: '{{offers_norm}}', width: 10, sum: true },
        { title: 'Компаний', cell: '{{companies}}', width: 11, sum: true },
        { title: 'База, %', cell: '{{processed_percent}}', width: 10 },
        { title: 'Не тронуто', cell: '{{untouched}}', width: 12, sum: true },
        { title: 'Сумма КП, ₽', cell: '{{offers_sum}}', width: 17, format: rubles, sum: true },
        { title: 'Продажи, ₽', cell: '{{won_sum}}', width: 17, format: rubles, sum: true },
      ]),
  },
  {
    code: 'pipeline',
    name: 'Воронка продаж',
    list: 'stages',
    period: 'month',
    make: () =>
      sheetOf('Воронка продаж', 'stages', [
        { title: 'Этап', cell: '{{stage}}', width: 30 },
        { title: 'Сделок', cell: '{{count}}', width: 12, sum: true },
        { title: 'Сумма, ₽', cell: '{{sum}}', width: 20, format: rubles, sum: true },
        { title: 'Средняя, ₽', cell: '=IFERROR(C5/B5,0)', width: 18, format: rubles },
        { title: 'От прошлого этапа, %', cell: '{{conversion}}', width: 22 },
      ]),
  },
  {
    code: 'forecast',
    name: 'Прогноз продаж',
    list: 'forecast',
    period: 'quarter',
    make: () =>
      sheetOf('Прогноз продаж', 'forecast', [
        { title: 'Месяц', cell: '{{month}}', width: 12 },
        { title: 'Менеджер', cell: '{{manager}}', width: 26 },
        { title: 'Оборудование', cell: '{{type}}', width: 24 },
        { title: 'КП', cell: '{{count}}', width: 8, sum: true },
        { title: 'Открыто, ₽', cell: '{{sum}}', width: 18, format: rubles, sum: true },
        { title: 'Ожидаем, ₽', cell: '{{weighted}}', width: 18, format: rubles, sum: true },
        { title: 'Выиграно, ₽', cell: '{{won}}', width: 18, format: rubles, sum: true },
        { title: 'Маржа, ₽', cell: '{{margin}}', width: 18, format: rubles, sum: true },
        { title: 'План, ₽', cell: '{{plan}}', width: 18, format: rubles, sum: true },
      ]),
  },
  {
    code: 'financeDay',
    name: 'Финансы дня',
    list: 'deals',
    period: 'day',
    make: () =>
      sheetOf('Финансы дня', 'deals', [
        { title: '№', cell: '{{n}}', width: 6 },
        { title: 'Заказчик', cell: '{{company}}', width: 34 },
        { title: 'ИНН', cell: '{{inn}}', width: 14 },
        { title: 'Сделка', cell: '{{deal}}', width: 34 },
        { title: 'Этап', cell: '{{stage}}', width: 22 },
        { title: 'Договор', cell: '{{contract}}', width: 14 },
        { title: 'Счёт', cell: '{{invoice}}', width: 12 },
        { title: 'Сумма, ₽', cell: '{{sum}}', width: 18, format: rubles, sum: true },
        { title: 'в т. ч. НДС, ₽', cell: '{{vat}}', width: 16, format: rubles, sum: true },
        { title: 'Менеджер', cell: '{{manager}}', width: 24 },
      ]),
  },
  {
    code: 'salesByManager',
    name: 'Сделки: лист на менеджера',
    list: 'deals',
    period: 'month',
    make: () =>
      sheetOf(
        'Сделки',
        'deals',
        [
          { title: '№', cell: '{{n}}', width: 6 },
          { title: 'Дата', cell: '{{day}}', width: 12, format: 'dd.mm.yyyy' },
          { title: 'Номер', cell: '{{number}}', width: 12 },
          { title: 'Заказчик', cell: '{{company}}', width: 34 },
          { title: 'Предмет', cell: '{{deal}}', width: 36 },
          { title: 'Этап', cell: '{{stage}}', width: 22 },
          { title: 'Сумма, ₽', cell: '{{sum}}', width: 18, format: rubles, sum: true },
          { title: 'Закрыта', cell: '{{closed}}', width: 12, format: 'dd.mm.yyyy' },
        ],
        '{{manager}}',
      ),
  },
  {
    code: 'activities',
    name: 'Действия менеджеров',
    list: 'activities',
    period: 'week',
    make: () =>
      sheetOf('Действия менеджеров', 'activities', [
        { title: '№', cell: '{{n}}', width: 6 },
        { title: 'Дата', cell: '{{day}}', width: 12, format: 'dd.mm.yyyy' },
        { title: 'Время', cell: '{{time}}', width: 8 },
        { title: 'Менеджер', cell: '{{manager}}', width: 24 },
        { title: 'Компания', cell: '{{company}}', width: 34 },
        { title: 'Вид', cell: '{{kind}}', width: 12 },
        { title: 'Результат', cell: '{{outcome}}', width: 20 },
        { title: 'Заметка', cell: '{{note}}', width: 60 },
      ]),
  },
];

const headRow = 4;
const firstRow = headRow + 1;

/** A title, the period, a header that stays, one repeated row, a line of sums. */
async function sheetOf(title: string, list: ListName, columns: Column[], sheetName = title): Promise<Buffer> {
  const workbook = await XlsxPopulate.fromBlankAsync();
  const sheet = workbook.sheet(0);
  sheet.name(sheetName.slice(0, 31));
  sheet.cell(1, 1).value(title).style({ bold: true, fontSize: 14 });
  sheet.cell(2, 1).value('Период: {{period}} · {{manager}}').style({ fontColor: '616161' });
  columns.forEach(({ title: heading, cell, width, format, sum }, index) => {
    const column = index + 1;
    sheet.column(column).width(width);
    sheet.cell(headRow, column).value(heading).style(headStyle);
    writeRow(sheet, column, withMarks(cell, index, columns.length, list), format);
    const total = sheet.cell(firstRow + 1, column);
    total.style({ bold: true, topBorder: 'thin', ...(format ? { numberFormat: format } : {}) });
    if (sum) total.formula(`SUM(${letter(column)}${firstRow}:${letter(column)}${firstRow})`);
    else if (index === 0) total.value('Итого');
  });
  sheet.freezePanes(0, headRow);
  return Buffer.from(await workbook.outputAsync());
}

const headStyle = { bold: true, fill: 'EDEBE9', bottomBorder: 'thin', wrapText: true, verticalAlignment: 'center' };

function writeRow(sheet: Sheet, column: number, text: string, format: string | undefined): void {
  const cell = sheet.cell(firstRow, column);
  if (text.startsWith('=')) cell.formula(text.slice(1));
  else cell.value(text);
  cell.style({ verticalAlignment: 'top', wrapText: true, ...(format ? { numberFormat: format } : {}) });
}

/** The first and the last cell of the row hold the block's marks. */
const withMarks = (cell: string, index: number, count: number, list: ListName): string =>
  `${index === 0 ? `{{#${list}}}` : ''}${cell}${index === count - 1 ? `{{/${list}}}` : ''}`;

const letter = (column: number) => String.fromCharCode(64 + column);
