import { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';
import { SqliteFailure } from './sqlite-failure.ts';
import { sqliteFault } from './sqlite-store-dialect.ts';

/** What a failure means while the store is opened: what cannot be used then is a matter of settings, not of luck. */
export function openingFault(error: unknown, file: string): unknown {
  if (error instanceof LedgerBridgeError) return error;
  if (error instanceof SqliteFailure) return faultOfSqlite(error, file);
  if (error instanceof Error && 'code' in error) return unusable(error, file);
  return error;
}

function faultOfSqlite(error: SqliteFailure, file: string): unknown {
  if (error.code === 'NOT_DURABLE') {
    return new LedgerBridgeError('LB601', {
      detail: `${file} cannot keep what it acknowledges: ${error.message}.`,
      cause: error
    });
  }
  const fault = sqliteFault(error);
  if (fault?.code === 'LB602') return unusable(error, file);
  if (fault?.code !== 'LB606') return fault ?? error;
  return new LedgerBridgeError('LB606', { detail: `${file} is damaged: ${error.message}.`, cause: error });
}

function unusable(error: Error, file: string): LedgerBridgeError {
  return new LedgerBridgeError('LB601', {
    detail: `${file} cannot be used as a store: ${error.message}.`,
    cause: error
  });
}
