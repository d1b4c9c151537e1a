import { asLedgerBridgeError } from '../../errors/as-ledger-bridge-error.ts';
import type { ErrorCode } from '../../errors/catalogue.ts';
import { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';
import type { Gate } from '../../jobs/gate.ts';
import type { JobHandler } from '../../jobs/handler.ts';
import { allOf } from './all-of.ts';
import type { Circuit } from './circuit.ts';

/**
 * Permanent for who asked once, but no fault of the job: it is done when the way is there again, and must not be dead
 * because a password had expired when its turn came.
 */
const FAULTS_OF_THE_WAY: Partial<Record<ErrorCode, ErrorCode>> = {
  LB304: 'LB301',
  LB305: 'LB301',
  LB514: 'LB513',
  LB702: 'LB701'
};

/**
 * A handler behind gates that hears from it: each failure of the way is told to the gate that minds it, each success to
 * all of them.
 * @param others gates that learn for themselves, as that of Salesforce.
 */
export function watched(
  handler: JobHandler,
  circuits: readonly Circuit[],
  others: readonly Gate[] = []
): JobHandler {
  const own = handler.gate === undefined ? [] : [handler.gate];
  const telling = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      const result = await work();
      for (const circuit of circuits) circuit.succeeded();
      return result;
    } catch (error) {
      throw told(error, circuits);
    }
  };
  return {
    ...handler,
    gate: allOf([...own, ...circuits, ...others]),
    run: (job, context) => telling(() => handler.run(job, context)),
    ...lookUpOf(handler, telling)
  };
}

function lookUpOf(
  handler: JobHandler,
  telling: <T>(work: () => Promise<T>) => Promise<T>
): Pick<JobHandler, 'lookUp'> {
  if (handler.lookUp === undefined) return {};
  return {
    // Asked through the handler, since it may be a method that uses it.
    lookUp: (job, context) =>
      telling(() => handler.lookUp?.(job, context) ?? Promise.resolve({ outcome: 'not-done' }))
  };
}

function told(thrown: unknown, circuits: readonly Circuit[]): unknown {
  const error = asLedgerBridgeError(thrown);
  for (const circuit of circuits) {
    if (circuit.minds(error.code)) circuit.failed(error);
  }
  const code = FAULTS_OF_THE_WAY[error.code];
  if (code === undefined) return thrown;
  const detail = `${error.message} (${error.code})`;
  return new LedgerBridgeError(code, { detail, cause: error });
}
