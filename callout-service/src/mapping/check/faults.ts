import type { ErrorCode } from '../../errors/catalogue.ts';
import type { FieldFault } from '../../errors/ledger-bridge-error.ts';

/** Makes the faults of one place of a mapping, as `fields[name].transforms[0]`. */
export type FaultMaker = (value: string, problem: string, fix: string) => FieldFault;

export function faultsAt(field: string, code: ErrorCode = 'LB785'): FaultMaker {
  return (value, problem, fix) => ({ code, field, value, problem, fix });
}

/** The place of a field map within a mapping, known by its id. */
export const placeOf = (id: string): string => `fields[${id}]`;
