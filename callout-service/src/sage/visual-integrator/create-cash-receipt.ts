import { parseCustomerKey, type CustomerKey } from '../../canonical/customer-key.ts';
import type { CashReceiptDraft } from '../../canonical/drafts/cash-receipt-draft.ts';
import type { CashReceiptImport } from '../../config/writing.ts';
import { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';
import { fieldFault } from '../../rules/written-values/field-fault.ts';
import type { SageRecords } from '../port/sage-records.ts';
import type { WriteReceipt } from '../port/sage-writer.ts';
import { throwFaults } from '../writing/throw-faults.ts';
import { ImportFiles } from './import-files.ts';
import { readJobLog } from './read-job-log.ts';
import { receiptFaults } from './receipt-faults.ts';
import { receiptFile } from './receipt-lines.ts';
import { runImportJob, type JobEnd } from './run-import-job.ts';

/**
 * Imports one cash receipt through a Visual Integrator job, since no business object for receipts is evidenced. The key
 * of the receipt is that of its request: Sage gives none back. Rejects with LB4xx and LB50x for faults of the receipt,
 * LB513 when the job could not be started, LB519 when it refused the receipt, and LB512 when it is not known what it
 * did: its file then stays in `pending`, and is to be moved to `done` or deleted by hand once somebody has looked.
 */
export async function createCashReceipt(
  draft: CashReceiptDraft,
  settings: CashReceiptImport,
  records: Pick<SageRecords, 'customers'>
): Promise<WriteReceipt> {
  const files = new ImportFiles(settings.directory);
  const state = await files.state(draft.requestKey);
  if (state === 'done') return { key: draft.requestKey, outcome: 'found', warnings: [] };
  if (state === 'pending')
    throw unknownOutcome('An earlier job for this receipt came to no known end.', draft);
  const customer = await customerOf(draft, records);
  const log = files.logPath(draft.requestKey);
  const file = await files.begin(draft.requestKey, receiptFile(draft, customer));
  const end = await runImportJob({ ...settings, file, log });
  await settle(end, log, draft, files);
  return { key: draft.requestKey, outcome: 'created', warnings: [] };
}

async function customerOf(
  draft: CashReceiptDraft,
  records: Pick<SageRecords, 'customers'>
): Promise<CustomerKey> {
  const key = parseCustomerKey(draft.customerNo);
  const known = key !== undefined && (await records.customers.byKeys([key])).length > 0;
  const place = { field: 'customerNo', value: draft.customerNo };
  const faults = known ? [] : [fieldFault('LB401', place, `Sage has no customer ${draft.customerNo}.`)];
  throwFaults([...faults, ...receiptFaults(draft)], subjectOf(draft));
  if (key === undefined) throw new LedgerBridgeError('LB101', { detail: 'No customer is named.' });
  return key;
}

/** Decides by exit code and log together: only both prove an import. */
async function settle(end: JobEnd, log: string, draft: CashReceiptDraft, files: ImportFiles): Promise<void> {
  if (end.type === 'not-started') {
    await files.finish(draft.requestKey, 'rejected');
    const detail = 'The import job could not be started; nothing was imported.';
    throw new LedgerBridgeError('LB513', { detail, cause: end.cause, subject: subjectOf(draft) });
  }
  if (end.type === 'overdue') throw unknownOutcome('The import job took too long and was ended.', draft);
  const said = await readJobLog(log);
  if (said === undefined) throw unknownOutcome('The import job left no log.', draft);
  if (said.rejects.length === 0 && end.exitCode === 0) {
    await files.finish(draft.requestKey, 'done');
    return;
  }
  if (said.rejects.length === 0)
    throw unknownOutcome('The import job failed, and its log names no reason.', draft);
  if (said.imported) throw unknownOutcome('The import job took a part of the receipt.', draft, said.rejects);
  await files.finish(draft.requestKey, 'rejected');
  throw new LedgerBridgeError('LB519', {
    detail: 'The import job refused the receipt.',
    subject: subjectOf(draft),
    faults: rejectFaults(draft, said.rejects)
  });
}

function unknownOutcome(
  detail: string,
  draft: CashReceiptDraft,
  rejects: readonly string[] = []
): LedgerBridgeError {
  const fix = 'Look for the receipt in Sage, then move its file from pending to done, or delete it.';
  return new LedgerBridgeError('LB512', {
    detail: `${detail} ${fix}`,
    subject: subjectOf(draft),
    faults: rejectFaults(draft, rejects)
  });
}

/** The lines of the log are for people only: they may quote the receipt. */
function rejectFaults(draft: CashReceiptDraft, rejects: readonly string[]) {
  return rejects.map((line) => fieldFault('LB519', { field: 'requestKey', value: draft.requestKey }, line));
}

function subjectOf({ customerNo, checkNo }: CashReceiptDraft): string {
  return `a cash receipt of ${customerNo}, check ${checkNo}`;
}
