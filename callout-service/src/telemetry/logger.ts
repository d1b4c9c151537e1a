import { pino, type DestinationStream, type Logger } from 'pino';
import { createSecretScrubber } from './secret-scrubber.ts';

export type { Logger };

interface LoggerOptions {
  readonly level: string;
  /** Texts that must never appear in a line. */
  readonly secrets: readonly string[];
  /** Where lines go; standard output where nothing else is named. */
  readonly destination?: DestinationStream;
}

/** One JSON line per event on standard output. Neither secrets nor names of customers belong into it. */
export function createLogger({ level, secrets, destination }: LoggerOptions): Logger {
  const options = {
    level,
    base: { service: 'ledger-bridge-callout' },
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: {
      paths: [
        'authorization',
        '*.authorization',
        'headers',
        '*.headers',
        'connectionString',
        '*.connectionString'
      ],
      censor: '(hidden)'
    },
    serializers: { err: describeError },
    hooks: { streamWrite: createSecretScrubber(secrets) }
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}

/** An error's catalogue entry stands in docs/errors.md and need not stand in every line. */
function describeError(error: Error): Record<string, unknown> {
  return { ...pino.stdSerializers.err(error), entry: undefined };
}
