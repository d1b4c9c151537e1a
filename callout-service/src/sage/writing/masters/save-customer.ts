import { formatCustomerKey, type CustomerKey } from '../../../canonical/customer-key.ts';
import type { CustomerDraft } from '../../../canonical/drafts/customer-draft.ts';
import { LedgerBridgeError } from '../../../errors/ledger-bridge-error.ts';
import { fieldFault } from '../../../rules/written-values/field-fault.ts';
import { customerValues } from '../../../rules/written-values/master-values.ts';
import { requiredFaults, valueFaults } from '../../../rules/written-values/value-faults.ts';
import type { WrittenValue } from '../../../rules/written-values/written-value.ts';
import { businessObjectKinds } from '../../boi/business-object-kinds.ts';
import type { WriteReceipt } from '../../port/sage-writer.ts';
import { division } from '../../records/key-segments.ts';
import { tableFacts } from '../table-facts.ts';
import { throwFaults } from '../throw-faults.ts';
import type { WritingParts } from '../writing-parts.ts';
import { referenceFaults } from './references.ts';
import { customerKeyOf, customerKeyValues } from './customer-keys.ts';
import { missingFaults, saveMaster } from './save-master.ts';

const TABLE = 'AR_Customer';
const REQUIRED_WHEN_NEW = { CustomerName: 'customerName' };

/** Creates or changes a customer. One without a number is created under the next one, once for each request key. */
export async function saveCustomer(draft: CustomerDraft, parts: WritingParts): Promise<WriteReceipt> {
  if (draft.customerNo !== undefined) return saveUnder(customerKeyOf(draft.customerNo), draft, false, parts);
  return parts.alone.run(`customer request ${draft.requestKey}`, () => createUnderNextNumber(draft, parts));
}

async function saveUnder(
  key: CustomerKey,
  draft: CustomerDraft,
  mustBeNew: boolean,
  parts: WritingParts
): Promise<WriteReceipt> {
  return saveMaster(
    {
      table: TABLE,
      kind: businessObjectKinds.customer,
      key: customerKeyValues(key),
      displayKey: formatCustomerKey(key),
      values: customerValues(draft),
      valuesWhenNew: await requestKeyValues(draft, parts),
      requiredWhenNew: REQUIRED_WHEN_NEW,
      mustBeNew,
      referenceFaults: () => faultsOf(draft, parts, formatCustomerKey(key))
    },
    parts
  );
}

async function createUnderNextNumber(draft: CustomerDraft, parts: WritingParts): Promise<WriteReceipt> {
  const found = await findCustomerOfRequest(draft, parts);
  if (found !== undefined) return { key: formatCustomerKey(found), outcome: 'found', warnings: [] };
  // A number is used up for ever, so whatever can be found beforehand is.
  await refuseFaults(draft, parts);
  const requestId = `customer ${draft.requestKey}`;
  const customerNo = parts.numbers.of(requestId) ?? (await nextCustomerNo(draft, parts));
  parts.numbers.keep(requestId, customerNo);
  const key = { arDivisionNo: divisionOf(draft), customerNo };
  try {
    const receipt = await saveUnder(key, draft, true, parts);
    parts.numbers.forget(requestId);
    return receipt;
  } catch (error) {
    if (error instanceof LedgerBridgeError && error.code === 'LB525') parts.numbers.forget(requestId);
    throw error;
  }
}

async function refuseFaults(draft: CustomerDraft, parts: WritingParts): Promise<void> {
  const table = await tableFacts(parts.catalogue, TABLE);
  const values = [...customerValues(draft), ...(await requestKeyValues(draft, parts))];
  throwFaults(
    [
      ...(draft.arDivisionNo === undefined
        ? [fieldFault('LB507', { field: 'arDivisionNo', value: '' }, 'A new customer needs a division.')]
        : []),
      ...valueFaults(values, table),
      ...requiredFaults(values, table, { isNew: true }),
      ...missingFaults({ values, requiredWhenNew: REQUIRED_WHEN_NEW }),
      ...(await faultsOf(draft, parts, undefined))
    ],
    'a new customer'
  );
}

/** nGetNextCustomerNo gives the next number of the division that is part of the key. */
function nextCustomerNo(draft: CustomerDraft, parts: WritingParts): Promise<string> {
  return parts.queue.run({
    name: 'next customer number',
    perform: async (work) => {
      const customer = await work.open(businessObjectKinds.customer);
      customer.setKeyValue('ARDivisionNo', divisionOf(draft), 'arDivisionNo');
      const next = customer.nextNumber('nGetNextCustomerNo');
      await work.send();
      return next.value;
    }
  });
}

/** Throws LB520 where no field is set up to keep the key of the request. */
async function findCustomerOfRequest(
  draft: CustomerDraft,
  parts: WritingParts
): Promise<CustomerKey | undefined> {
  const [value] = await requestKeyValues(draft, parts);
  if (value === undefined)
    throw new LedgerBridgeError('LB520', {
      detail: 'No user-defined field of AR_Customer is there to keep the key of a request for a new customer.'
    });
  throwFaults(valueFaults([value], await tableFacts(parts.catalogue, TABLE)), 'the request');
  const where = { ARDivisionNo: divisionOf(draft), [value.column]: draft.requestKey };
  const rows = await parts.columns.rows(TABLE, where, ['CustomerNo']);
  const row = rows.find((each) => each[value.column] === draft.requestKey);
  return row === undefined
    ? undefined
    : { arDivisionNo: divisionOf(draft), customerNo: row['CustomerNo'] ?? '' };
}

async function requestKeyValues(draft: CustomerDraft, parts: WritingParts): Promise<readonly WrittenValue[]> {
  const column = parts.customerRequestKeyField;
  const table = await tableFacts(parts.catalogue, TABLE);
  if (column === undefined || !table.columns.some(({ name }) => name === column)) return [];
  return [{ column, field: 'requestKey', kind: 'userDefined', value: draft.requestKey }];
}

function faultsOf(draft: CustomerDraft, { records }: WritingParts, customer: string | undefined) {
  const { termsCode, salesperson, contactCode } = draft;
  return referenceFaults({ termsCode, salesperson, contactCode }, records, { customer });
}

function divisionOf({ arDivisionNo = '' }: CustomerDraft): string {
  return division(arDivisionNo);
}
