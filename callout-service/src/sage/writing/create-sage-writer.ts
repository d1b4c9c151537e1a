import type { CashReceiptDraft } from '../../canonical/drafts/cash-receipt-draft.ts';
import { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';
import { WriteQueue } from '../boi/write-queue.ts';
import type { SageWriter, WriteReceipt, WriterState } from '../port/sage-writer.ts';
import { createCashReceipt } from '../visual-integrator/create-cash-receipt.ts';
import { ColumnReader } from './column-reader.ts';
import { NumbersInDoubt } from './numbers-in-doubt.ts';
import { OneAtATime } from './one-at-a-time.ts';
import { defaultTiming, type SageWriterOptions } from './options.ts';
import { createOrderChecks, orderRules } from './order-checks.ts';
import { saveContact, saveShipTo } from './masters/save-customer-part.ts';
import { saveItem } from './masters/save-item.ts';
import { saveCustomer } from './masters/save-customer.ts';
import { cancelSalesOrder } from './orders/cancel-sales-order.ts';
import { findSalesOrder } from './orders/find-sales-order.ts';
import { quoteSalesOrder } from './orders/quote-sales-order.ts';
import { updateSalesOrder } from './orders/update-sales-order.ts';
import { createSalesOrder } from './orders/create-sales-order.ts';
import type { WritingParts } from './writing-parts.ts';

/** Writes into one Sage company. No bridge is started before the first write. */
export function createSageWriter(options: SageWriterOptions): SageWriter {
  const queue = new WriteQueue(options.boi);
  const parts = partsOf(options, queue);
  return {
    createSalesOrder: (draft, decided) => createSalesOrder(draft, parts, decided),
    findSalesOrder: (request) => findSalesOrder(request, parts),
    updateSalesOrder: (change, decided) => updateSalesOrder(change, parts, decided),
    cancelSalesOrder: (cancel) => cancelSalesOrder(cancel, parts),
    quoteSalesOrder: (draft, decided) => quoteSalesOrder(draft, parts, decided),
    saveCustomer: (draft) => saveCustomer(draft, parts),
    saveContact: (draft) => saveContact(draft, parts),
    saveShipTo: (draft) => saveShipTo(draft, parts),
    saveItem: (draft) => saveItem(draft, parts),
    createCashReceipt: (draft) => importCashReceipt(draft, parts),
    pause: () => queue.pause(),
    resume: () => queue.resume(),
    state: () => queue.state(),
    probe: () => probeWriting(queue),
    close: () => queue.close()
  };
}

/** An operation without a step: its turn in the queue is the session that it gets. */
async function probeWriting(queue: WriteQueue): Promise<WriterState> {
  await queue.run({ name: 'probe', whenPaused: 'refuse', perform: () => Promise.resolve(undefined) });
  return queue.state();
}

/** Receipts go one after the other, and not while an operator keeps Sage's files for himself. */
async function importCashReceipt(draft: CashReceiptDraft, parts: WritingParts): Promise<WriteReceipt> {
  const { cashReceipts, queue, records } = parts;
  if (cashReceipts === undefined)
    throw new LedgerBridgeError('LB520', { detail: 'No import job is set up for cash receipts.' });
  return parts.alone.run('cash receipts', () => {
    if (queue.state().pausedSince !== null)
      throw new LedgerBridgeError('LB516', { detail: 'Writing to Sage is paused.' });
    return createCashReceipt(draft, cashReceipts, records);
  });
}

function partsOf(options: SageWriterOptions, queue: WriteQueue): WritingParts {
  return {
    ...options,
    queue,
    timing: { ...defaultTiming, ...options.timing },
    checks: createOrderChecks(options),
    rules: orderRules(options),
    columns: new ColumnReader(options),
    alone: new OneAtATime(),
    numbers: new NumbersInDoubt()
  };
}
