import { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';
import type { Gate } from '../../jobs/gate.ts';
import type { JobHandler } from '../../jobs/handler.ts';
import { quoted, type SalesforceRecords } from '../../salesforce/port/salesforce-records.ts';
import type { Logger } from '../../telemetry/logger.ts';
import { lanes } from '../lanes.ts';
import { accountWriteBackSchema, type AccountWriteBack } from './payloads.ts';
import { readPayload } from './read-payload.ts';

export interface AccountWriteBackOptions {
  readonly records: Pick<SalesforceRecords, 'all' | 'update'>;
  readonly gate?: Gate;
  readonly logger: Logger;
}

/**
 * Writes a customer's number to its account, a contact's key to its contact. A field that a person filled in meanwhile
 * stays: his number is what the next order goes by. Doing it again writes nothing.
 *
 * It fails with LB708 when another record has the key already, and with LB706 when the record is gone.
 */
export function createAccountWriteBack({ records, gate, logger }: AccountWriteBackOptions): JobHandler {
  return {
    lane: lanes.accountWriteBack,
    concurrency: 4,
    ...(gate !== undefined && { gate }),
    async run(job) {
      const wanted = readPayload(accountWriteBackSchema, job);
      const held = await heldKey(records, wanted);
      if (held === wanted.sageKey) return undefined;
      if (held === '') await write(records, wanted);
      else
        logger.warn(
          { object: wanted.object, recordId: wanted.recordId },
          'a key that a person entered stays'
        );
      return undefined;
    }
  };
}

/** What the record has now; blank as an empty text. @throws LB706 */
async function heldKey(
  records: Pick<SalesforceRecords, 'all'>,
  { object, recordId, field, sageKey }: AccountWriteBack
): Promise<string> {
  const [row] = await records.all(`SELECT Id, ${field} FROM ${object} WHERE Id = ${quoted(recordId)}`);
  if (row === undefined)
    throw new LedgerBridgeError('LB706', {
      detail: `The ${object} that the key of Sage is to be written to is not there.`,
      subject: `${object} ${recordId} for ${sageKey}`
    });
  const value = row[field];
  return typeof value === 'string' ? value.trim() : '';
}

async function write(
  records: Pick<SalesforceRecords, 'update'>,
  { object, recordId, field, sageKey }: AccountWriteBack
): Promise<void> {
  const [outcome] = await records.update(object, [{ id: recordId, fields: { [field]: sageKey } }]);
  if (outcome === undefined || outcome.ok) return;
  const { error } = outcome;
  if (error.code !== 'LB708' && error.code !== 'LB706') throw error;
  const taken = error.code === 'LB708';
  throw new LedgerBridgeError(error.code, {
    detail: taken
      ? `Another ${object} has this key of Sage in ${field} already.`
      : `The ${object} that the key of Sage is to be written to is not there.`,
    subject: `${object} ${recordId} for ${sageKey}`,
    faults: error.faults,
    cause: error
  });
}
