import { z } from 'zod';
import { textOrNull } from '../../rules/address/comparable-text.ts';
import type { TableFacts } from '../../rules/written-values/written-value.ts';
import { lengthOf } from './sage-columns.ts';

/** A value that nothing waits for. */
interface OptionalValue {
  /** For people. */
  readonly name: string;
  readonly field: string;
  readonly column: string;
  readonly value: string | null;
}

/** Values by field of the draft, blank ones left out; and the names of those that the columns do not hold. */
export function optionalValues(table: TableFacts, wanted: readonly OptionalValue[]) {
  const given = wanted.filter(({ value }) => textOrNull(value) !== null);
  const fits = ({ value, column }: OptionalValue) =>
    [...(value?.trim() ?? '')].length <= (lengthOf(table, column) ?? 0);
  const values = given.filter(fits).map(({ field, value }) => [field, value?.trim()]);
  return {
    values: z.record(z.string(), z.string()).parse(Object.fromEntries(values)),
    leftOut: given.filter((each) => !fits(each)).map(({ name }) => name)
  };
}

/** Those that say something. */
export function withoutBlanks(values: Readonly<Record<string, string | null | undefined>>) {
  const given = Object.entries(values).filter(([, value]) => value !== null && value !== undefined);
  return z.record(z.string(), z.string()).parse(Object.fromEntries(given));
}
