import { LedgerBridgeError } from '../../../errors/ledger-bridge-error.ts';
import type { BoiOperation, BoiWork } from '../boi-work.ts';
import { businessObjectKinds } from '../business-object-kinds.ts';

const { salesOrder } = businessObjectKinds;

/** Writes an order whose purchase order number says which one it is. */
export const order = (customerPONo: string): BoiOperation<string> => ({
  name: 'create sales order',
  subject: `sales order ${customerPONo}`,
  perform: async (work) => {
    const header = await work.open(salesOrder);
    const next = header.nextNumber('nGetNextSalesOrderNo');
    await work.send();
    header.setKeyValue('SalesOrderNo', next.value);
    header.setKey();
    header.setText('CustomerPONo', customerPONo, 'purchaseOrder');
    const lines = header.lines();
    lines.add();
    lines.setNumber('QuantityOrdered', '2.5');
    lines.write();
    header.write();
    await work.send();
    return customerPONo;
  }
});

/** Any work as an operation. */
export const operation = <T>(perform: (work: BoiWork) => Promise<T>): BoiOperation<T> => ({
  name: 'try',
  perform
});

/** Has a member do something else from now on. */
export async function will(work: BoiWork, member: string, what: string): Promise<void> {
  const header = await work.open(salesOrder);
  header.call('nWill', [member, what]);
  await work.send();
}

/** What a promise is rejected with. */
export async function failureOf(promise: Promise<unknown>): Promise<LedgerBridgeError> {
  return promise.then(
    () => {
      throw new Error('it did not fail');
    },
    (error: unknown) => {
      if (error instanceof LedgerBridgeError) return error;
      throw error;
    }
  );
}

export function isAlive(pid: number | undefined): boolean {
  try {
    return pid !== undefined && process.kill(pid, 0);
  } catch {
    return false;
  }
}
