import { asLedgerBridgeError } from '../../../errors/as-ledger-bridge-error.ts';
import type { WriteReceipt } from '../../../sage/port/sage-writer.ts';
import type { SalesforceFields } from '../../../salesforce/port/salesforce-records.ts';
import type { ObjectPair } from '../../pairs/object-pair.ts';
import type { RecordWork } from './record-work.ts';
import { writeToSage, type ToSage } from './write-to-sage.ts';

const LONGEST_MESSAGE = 255;

/** What the record of Salesforce shows once Sage has taken it. */
export function takenMarks({ marks }: Pick<ObjectPair, 'marks'>): SalesforceFields {
  return marks === undefined ? {} : { [marks.field]: marks.taken, [marks.code]: null, [marks.message]: null };
}

/** Writes to Sage; a refusal for good is shown on the record of Salesforce, where that has a place for it. */
export async function taken(work: RecordWork, wanted: ToSage): Promise<WriteReceipt> {
  try {
    return await writeToSage(work, wanted);
  } catch (error) {
    await showRefusal(work, wanted, error);
    throw error;
  }
}

async function showRefusal({ parts, at }: RecordWork, { salesforce }: ToSage, error: unknown): Promise<void> {
  const { marks } = at.pair;
  const { code, entry, message } = asLedgerBridgeError(error);
  if (marks === undefined || entry.kind !== 'permanent') return;
  const fields = {
    [marks.field]: marks.refused,
    [marks.code]: code,
    [marks.message]: message.slice(0, LONGEST_MESSAGE)
  };
  const [outcome] = await parts.records.update(at.fields.object, [{ id: salesforce.id, fields }]);
  // The dead letter tells of it all the same.
  if (outcome?.ok === false)
    parts.logger.warn({ code: outcome.error.code }, 'a refusal could not be shown on its record');
}
