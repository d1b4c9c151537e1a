import { parseCustomerKey } from '../../../canonical/customer-key.ts';
import { customerDraftSchema } from '../../../canonical/drafts/customer-draft.ts';
import { customerEntity } from '../../../mapping/entities/customer.ts';
import type { FieldValues } from '../../../mapping/field-value.ts';
import type { SageWriter, WriteReceipt } from '../../../sage/port/sage-writer.ts';
import type { SageTarget } from '../object-pair.ts';
import { draftOf, draftParts } from './draft-of.ts';

/**
 * Writes a customer. Sage hands out the number of a new one, in the division that the mapping says, else in that of the
 * parent account's customer, else in the company's for new customers; it is made once for an account.
 */
export async function saveCustomer(
  writer: SageWriter,
  values: FieldValues,
  target: SageTarget
): Promise<WriteReceipt> {
  if (target.key !== undefined) return changeCustomer(writer, values, { ...target, key: target.key });
  const subject = `Account ${target.salesforceId}`;
  const parts = draftParts(customerEntity, values, { isNew: true, subject });
  const draft = { ...defaultsFor(target), ...parts, requestKey: target.salesforceId };
  const receipt = await writer.saveCustomer(draftOf(customerDraftSchema, draft, subject));
  if (receipt.outcome !== 'found') return receipt;
  // It was made for an earlier state of the account, or by the first try of this very one.
  const { arDivisionNo: _fixed, ...changeable } = values;
  return changeCustomer(writer, changeable, { ...target, key: receipt.key });
}

function changeCustomer(
  writer: SageWriter,
  values: FieldValues,
  { key, salesforceId }: { readonly key: string; readonly salesforceId: string }
): Promise<WriteReceipt> {
  const subject = `AR_Customer ${key}`;
  const parts = draftParts(customerEntity, values, { isNew: false, subject });
  const draft = { ...parts, requestKey: salesforceId, customerNo: key };
  return writer.saveCustomer(draftOf(customerDraftSchema, draft, subject));
}

function defaultsFor({ references, forNew: { newCustomer } }: SageTarget) {
  const { division, termsCode, taxSchedule, salesperson } = newCustomer;
  const parent = parseCustomerKey(references['ParentId'] ?? '');
  return {
    arDivisionNo: parent?.arDivisionNo ?? division,
    ...(termsCode !== null && { termsCode }),
    ...(taxSchedule !== null && { taxSchedule }),
    ...(salesperson !== null && { salesperson })
  };
}
