import pino from 'pino';

export type Log = pino.Logger;

/** JSON lines on standard output. What could hold a secret or personal data is cut before it is written. */
export function createLog(level: string): Log {
  return pino({
    level,
    serializers: { error: pino.stdSerializers.err },
    redact: {
      paths: ['password', 'token', 'authorization', 'cookie', '*.password', '*.token', '*.authorization', '*.cookie'],
      censor: '[hidden]',
    },
  });
}
