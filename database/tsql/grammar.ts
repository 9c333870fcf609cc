import type * as Antlr from 'antlr4ts';
import type * as Atn from 'antlr4ts/atn/PredictionMode';
import type * as AntlrSql from 'antlr4ts-sql';

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
  const { CharStreams, CommonTokenStream } = require('antlr4ts') as typeof Antlr;
  const { PredictionMode } = require('antlr4ts/atn/PredictionMode') as typeof Atn;
  const grammar = 'antlr4ts-sql/dist/src/grammar-output/tsql';
  const { TSqlLexer } = require(`${grammar}/TSqlLexer`) as typeof AntlrSql;
  const { TSqlParser } = require(`${grammar}/TSqlParser`) as typeof AntlrSql.TSQLGrammar;
  const { CaseChangingStream } = require('antlr4ts-sql/dist/src/models/CaseChangingStream') as typeof AntlrSql;
  /* eslint-enable @typescript-eslint/no-require-imports */

  const faultOf = (sql: string, mode: Atn.PredictionMode): string | null => {
    let fault: string | null = null;
    const listener: Antlr.ParserErrorListener = {
      syntaxError: (_recognizer, _symbol, line, column, message) => {
        // It goes on to list the words that would have done, all eight hundred.
        fault ??= `${line}:${column} ${message.split(' expecting ')[0]}`;
      },
    };
    const lexer = new TSqlLexer(new CaseChangingStream(CharStreams.fromString(sql), true));
    const tsql = new TSqlParser(new CommonTokenStream(lexer));
    for (const part of [lexer, tsql]) {
      part.removeErrorListeners();
      part.addErrorListener(listener);
    }
    tsql.buildParseTree = false;
    tsql.interpreter.setPredictionMode(mode);
    tsql.tsql_file();
    return fault;
  };
  // The quick way may refuse what the thorough one takes, never the other way round.
  return (sql) => faultOf(sql, PredictionMode.SLL) && faultOf(sql, PredictionMode.LL);
}
