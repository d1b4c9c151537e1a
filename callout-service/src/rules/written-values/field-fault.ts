import { errorCatalogue, type ErrorCode } from '../../errors/catalogue.ts';
import type { FieldFault } from '../../errors/ledger-bridge-error.ts';

/** One field at fault. Without a `fix` of its own it is the advice of the catalogue. */
export function fieldFault(
  code: ErrorCode,
  { field, value }: { readonly field: string; readonly value: string | null },
  problem: string,
  fix: string = errorCatalogue[code].action
): FieldFault {
  return { code, field, value: value ?? '', problem, fix };
}
