import type { ParserErrorListener } from 'antlr4ts';

/** Loading the grammar takes a fifth of a second and its first statement half a one, so only whoever asks pays. */
let parser: ((sql: string) => string | null) | null = null;

/** Why the T-SQL grammar does not take it, or null. */
export function ungrammatical(sql: string): string | null {
  parser ??= loadParser();
  return parser(sql);
}

function loadParser(): (sql: string) => string | null {
  // The package's index would load the grammars of four dialects, ten times the code.
  /* eslint-disable @typescript-eslint/no-require-imports */
  const { CharStreams, CommonTokenStream } = require('antlr4ts') as typeof import('antlr4ts');
  const { PredictionMode } = require('antlr4ts/atn/PredictionMode') as typeof import('antlr4ts/atn/PredictionMode');
  const { TSqlLexer } = require('antlr4ts-sql/dist/src/grammar-output/tsql/TSqlLexer') as typeof import('antlr4ts-sql');
  const { TSqlParser } =
    require('antlr4ts-sql/dist/src/grammar-output/tsql/TSqlParser') as (typeof import('antlr4ts-sql'))['TSQLGrammar'];
  const { CaseChangingStream } =
    require('antlr4ts-sql/dist/src/models/CaseChangingStream') as typeof import('antlr4ts-sql');
  /* eslint-enable @typescript-eslint/no-require-imports */

  return (sql) => {
    let fault: string | null = null;
    const listener = {
      syntaxError: (_: unknown, __: unknown, line: number, column: number, message: string) => {
        // It goes on to list the words that would have done, all eight hundred.
        fault ??= `${line}:${column} ${message.split(' expecting ')[0]}`;
      },
    };
    const lexer = new TSqlLexer(new CaseChangingStream(CharStreams.fromString(sql), true));
    lexer.removeErrorListeners();
    lexer.addErrorListener(listener);
    const tsql = new TSqlParser(new CommonTokenStream(lexer));
    tsql.removeErrorListeners();
    tsql.addErrorListener(listener as ParserErrorListener);
    tsql.buildParseTree = false;
    tsql.interpreter.setPredictionMode(PredictionMode.SLL);
    tsql.tsql_file();
    return fault;
  };
}
