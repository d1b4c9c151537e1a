import { z } from 'zod';
import { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';
import { recordFailure } from '../failures/record-failure.ts';
import { refusalsSchema } from '../failures/refusals.ts';
import type { RecordOutcome } from '../port/salesforce-records.ts';
import type { CollectionRecord } from './collection.ts';

// A published event comes back as a success with an "error" that holds its operation id.
const resultSchema = z.object({
  id: z.string().nullish(),
  success: z.boolean(),
  created: z.boolean().optional(),
  errors: refusalsSchema.default([])
});

/**
 * What became of each record that was sent. Source: REST API Developer Guide, sObject Collections.
 * @throws LedgerBridgeError LB714 when there is not one result for each.
 */
export function outcomesOf(
  body: unknown,
  records: readonly CollectionRecord[],
  nameOf: (name: string) => string
): RecordOutcome[] {
  const results = z.array(resultSchema).length(records.length).safeParse(body);
  if (!results.success) {
    const detail = `Salesforce did not answer one result for each of ${records.length} records.`;
    throw new LedgerBridgeError('LB714', { detail });
  }
  return results.data.map(({ id, success, created = false, errors }, index) => {
    if (success) return { ok: true, id: id ?? '', created };
    const named = errors.map((each) => ({ ...each, fields: each.fields.map(nameOf) }));
    const sent = records[index]?.sent ?? { object: '', key: undefined, fields: {} };
    return { ok: false, error: recordFailure(named, sent) };
  });
}
