/** The little of xlsx-populate that reports use, its inner parts among it: it has no types of its own. */
declare module 'xlsx-populate' {
  export interface XmlNode {
    name: string;
    attributes: Record<string, string | number>;
    children: (XmlNode | string | number)[];
  }
  export interface Cell {
    value(): unknown;
    value(value: string | number | boolean | Date | undefined): Cell;
    formula(): string | undefined;
    formula(formula: string): Cell;
    style(name: string): unknown;
    style(name: string, value: unknown): Cell;
    style(values: Record<string, unknown>): Cell;
    columnNumber(): number;
    rowNumber(): number;
    _styleId?: number;
    _style?: unknown;
    _value?: unknown;
    _formula?: string;
    _formulaType?: string;
    _formulaRef?: string;
    _sharedFormulaId?: number;
    _remainingAttributes?: Record<string, string | number>;
    _remainingChildren?: XmlNode[];
  }
  export interface Row {
    cell(column: number): Cell;
    height(value: number): Row;
    _node: XmlNode;
    _cells: (Cell | undefined)[];
  }
  export interface Column {
    width(value: number): Column;
  }
  export interface Sheet {
    name(): string;
    name(name: string): Sheet;
    hidden(): boolean | string;
    row(number: number): Row;
    cell(row: number, column: number): Cell;
    column(number: number): Column;
    range(address: string): { merged(value: boolean): unknown; style(values: Record<string, unknown>): unknown };
    freezePanes(columns: number, rows: number): Sheet;
    _rows: (Row | undefined)[];
    _node: XmlNode;
    _mergeCells: Record<string, XmlNode>;
    _dataValidations: Record<string, XmlNode>;
    _hyperlinks: Record<string, XmlNode>;
    _relationships: { _node: XmlNode };
  }
  export interface Workbook {
    sheets(): Sheet[];
    sheet(index: number | string): Sheet;
    addSheet(name: string): Sheet;
    cloneSheet(from: Sheet, name: string, before?: Sheet | number): Sheet;
    deleteSheet(sheet: Sheet): Workbook;
    outputAsync(): Promise<Buffer>;
    _node: XmlNode;
    _zip: {
      files: Record<string, unknown>;
      file(path: string): { async(type: 'string'): Promise<string> } | null;
      file(path: string, contents: string): unknown;
    };
  }
  const library: {
    fromDataAsync(data: Buffer): Promise<Workbook>;
    fromBlankAsync(): Promise<Workbook>;
  };
  export default library;
}

declare module 'fast-formula-parser' {
  interface At {
    sheet: string;
    row: number;
    col: number;
  }
  export default class FormulaParser {
    constructor(options: {
      onCell(at: At): unknown;
      onRange(range: {
        sheet: string;
        from: { row: number; col: number };
        to: { row: number; col: number };
      }): unknown[][];
    });
    parse(formula: string, at: At): unknown;
  }
}
