import { parseCustomerKey } from '../../../canonical/customer-key.ts';
import type { ErrorCode } from '../../../errors/catalogue.ts';
import type { FieldFault } from '../../../errors/ledger-bridge-error.ts';
import { fieldFault } from '../../../rules/written-values/field-fault.ts';
import { splitSalesperson } from '../../../rules/written-values/written-value.ts';
import type { SageRecords } from '../../port/sage-records.ts';
import { code } from '../../records/key-segments.ts';

/** What a record of master data may name. A blank names nothing. */
export interface MasterReferences {
  readonly customerNo?: string | null | undefined;
  readonly termsCode?: string | null | undefined;
  readonly salesperson?: string | null | undefined;
  readonly warehouseCode?: string | null | undefined;
  /** A contact of `customer`. */
  readonly contactCode?: string | null | undefined;
}

/** What of it Sage does not have. `customer` owns the contact; `fields` are other words of the request. */
export async function referenceFaults(
  references: MasterReferences,
  records: SageRecords,
  {
    customer = references.customerNo ?? undefined,
    fields = {}
  }: {
    readonly customer?: string | undefined;
    readonly fields?: Partial<Record<keyof MasterReferences, string>>;
  } = {}
): Promise<FieldFault[]> {
  const key = parseCustomerKey(customer ?? '');
  const asked: [keyof MasterReferences, ErrorCode, string, (value: string) => Promise<readonly unknown[]>][] =
    [
      ['customerNo', 'LB401', 'customer', async () => (key ? records.customers.byKeys([key]) : [])],
      ['termsCode', 'LB405', 'terms code', (value) => records.terms.byKeys([code(value)])],
      [
        'salesperson',
        'LB407',
        'salesperson',
        (value) => records.salespersons.byKeys([salespersonKey(value)])
      ],
      ['warehouseCode', 'LB404', 'warehouse', (value) => records.warehouses.byKeys([code(value)])],
      [
        'contactCode',
        'LB410',
        'contact of this customer',
        async (value) => (key ? records.contacts.byKeys([{ ...key, contactCode: code(value) }]) : [])
      ]
    ];
  const faults = asked.map(async ([name, errorCode, what, find]) => {
    const value = references[name] ?? '';
    if (value === '' || (await find(value)).length > 0) return [];
    const place = { field: fields[name] ?? name, value };
    return [fieldFault(errorCode, place, `Sage has no ${what} ${value}.`)];
  });
  return (await Promise.all(faults)).flat();
}

function salespersonKey(text: string) {
  const { division, number } = splitSalesperson(text);
  return { salespersonDivisionNo: division, salespersonNo: code(number) };
}
