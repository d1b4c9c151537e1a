import { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';
import { CommitUnanswered, ConnectionLost, PoolExhausted, PostgresFailure } from './postgres-failure.ts';

type StoreFault = ConstructorParameters<typeof LedgerBridgeError>;

// SQLSTATE by class and by code: PostgreSQL manual, Appendix A. What is not here is a fault of the statement.
const faultByState: readonly (readonly [pattern: RegExp, code: StoreFault[0], detail: string])[] = [
  [/^53100$/, 'LB605', 'The disk of PostgreSQL is full.'],
  [/^XX00[12]$/, 'LB606', 'PostgreSQL found damaged data.'],
  [/^55P03$/, 'LB618', 'PostgreSQL waited too long for a lock.'],
  [/^40(001|P01)$/, 'LB618', 'Transactions of PostgreSQL kept getting in each other’s way.'],
  [/^40003$/, 'LB607', 'PostgreSQL cannot say whether the statement was completed.'],
  [/^28/, 'LB602', 'PostgreSQL does not let the user of the URL in.'],
  [/^3D000$/, 'LB602', 'PostgreSQL has no database as the URL names it.'],
  [/^25006$/, 'LB602', 'The PostgreSQL server takes no changes: it stands by for another.'],
  [/^53/, 'LB602', 'PostgreSQL has no connection or memory left.'],
  [/^57014$/, 'LB602', 'PostgreSQL ended a statement that took too long.'],
  [/^(08|57P)/, 'LB602', 'PostgreSQL ended the connection.'],
  [/^(25P03|25P04)$/, 'LB602', 'PostgreSQL ended a transaction that took too long.'],
  [/^58/, 'LB602', 'PostgreSQL could not read or write its files.']
];

/** What a failure of the database means; undefined for a fault of the statement itself. */
export function faultOf(error: unknown): LedgerBridgeError | undefined {
  if (error instanceof ConnectionLost) {
    return new LedgerBridgeError('LB602', { detail: 'The PostgreSQL server did not answer.', cause: error });
  }
  if (error instanceof PoolExhausted) {
    return new LedgerBridgeError('LB618', {
      detail: 'Every connection to PostgreSQL was in use.',
      cause: error
    });
  }
  if (error instanceof CommitUnanswered) return commitFault(error);
  if (!(error instanceof PostgresFailure)) return undefined;
  const known = faultByState.find(([pattern]) => pattern.test(error.code));
  return known && new LedgerBridgeError(known[1], { detail: known[2], cause: error });
}

/** Deadlock, or in each other's way: the transaction is undone and may run again. */
export function mayRunAgain(error: unknown): boolean {
  return error instanceof PostgresFailure && /^40(001|P01)$/.test(error.code);
}

/** The server ends the connection with it, also when it had committed before. */
export function endsConnection(error: unknown): boolean {
  return (
    error instanceof ConnectionLost || (error instanceof PostgresFailure && /^(08|57P)/.test(error.code))
  );
}

function commitFault(error: CommitUnanswered): LedgerBridgeError {
  return new LedgerBridgeError('LB607', {
    detail: 'The connection to the store broke while a change was being committed.',
    cause: error
  });
}
