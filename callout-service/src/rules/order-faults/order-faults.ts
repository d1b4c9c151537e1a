import type { SalesOrderDraft } from '../../canonical/drafts/sales-order-draft.ts';
import type { FieldFault } from '../../errors/ledger-bridge-error.ts';
import { orderOfDaysFault } from '../written-values/day-fault.ts';
import { fieldFault } from '../written-values/field-fault.ts';
import { orderHeaderValues } from '../written-values/sales-order-values.ts';
import { requiredFaults, valueFaults } from '../written-values/value-faults.ts';
import type { WrittenValue } from '../written-values/written-value.ts';
import { creditFaults } from './credit-faults.ts';
import { lineFaults } from './line-faults.ts';
import type { OrderFacts, OrderRules } from './order-facts.ts';

/**
 * Everything that Sage, or a rule of the company, would refuse in a new order, as far as it can be known beforehand: the
 * business objects still have the last word. Pure: the same order and facts give the same faults.
 */
export function orderFaults(draft: SalesOrderDraft, facts: OrderFacts, rules: OrderRules): FieldFault[] {
  const values = orderHeaderValues(draft);
  return [
    ...customerFaults(draft, facts, rules),
    ...headerFaults(draft, facts),
    ...valueFaults(values, facts.headerTable),
    ...requiredFaults(values, facts.headerTable, { isNew: true }),
    ...daysFaults(values),
    ...(draft.lines.length === 0
      ? [
          fieldFault(
            'LB507',
            { field: 'lines', value: '' },
            'The order has no line.',
            'Add a line to the order.'
          )
        ]
      : []),
    ...lineFaults(draft.lines, facts, rules, headerWarehouse(draft, facts))
  ];
}

/** What a header names and Sage does not have. */
export function headerFaults(
  header: Partial<
    Pick<SalesOrderDraft, 'shipToCode' | 'warehouseCode' | 'termsCode' | 'salesperson' | 'discountRate'>
  >,
  facts: OrderFacts,
  prefix = ''
): FieldFault[] {
  const { shipToCode, warehouseCode, termsCode, salesperson } = header;
  const faults: FieldFault[] = [];
  const check = (code: FieldFault['code'], field: string, value: string | undefined, known: boolean) => {
    if (value !== undefined && value !== '' && !known)
      faults.push(
        fieldFault(code, { field: `${prefix}${field}`, value }, `Sage has no ${NAMES[field]} ${value}.`)
      );
  };
  const shipToIsKnown = facts.customer === undefined || facts.shipTo?.shipToCode === upper(shipToCode);
  check('LB406', 'shipToCode', shipToCode, shipToIsKnown);
  check('LB404', 'warehouseCode', warehouseCode, facts.warehouses.has(upper(warehouseCode)));
  check('LB405', 'termsCode', termsCode, facts.terms.has(upper(termsCode)));
  check('LB407', 'salesperson', salesperson, facts.salespersons.has(upper(salesperson)));
  return faults;
}

const NAMES: Readonly<Record<string, string>> = {
  shipToCode: 'ship-to address',
  warehouseCode: 'warehouse',
  termsCode: 'terms code',
  salesperson: 'salesperson'
};

/** A ship date before the order date. */
export function daysFaults(values: readonly WrittenValue[]): FieldFault[] {
  const ordered = values.find(({ column }) => column === 'OrderDate');
  const ships = values.find(({ column }) => column === 'ShipExpireDate');
  if (ordered === undefined || ships === undefined) return [];
  const fault = orderOfDaysFault(ordered, ships);
  return fault === undefined ? [] : [fault];
}

function customerFaults(draft: SalesOrderDraft, { customer }: OrderFacts, rules: OrderRules): FieldFault[] {
  const place = { field: 'customerNo', value: draft.customerNo };
  if (customer === undefined)
    return [fieldFault('LB401', place, `Sage has no customer ${draft.customerNo}.`)];
  const inactive =
    customer.status === 'inactive'
      ? [fieldFault('LB501', place, `Customer ${draft.customerNo} is inactive.`)]
      : [];
  return [...inactive, ...creditFaults(draft, customer, '0.00', rules.credit)];
}

/**
 * Where lines without a warehouse of their own go: the order's, its ship-to address's. The default that Sage takes from
 * its options when neither says one is not known here.
 */
function headerWarehouse({ warehouseCode }: SalesOrderDraft, { shipTo }: OrderFacts): string | undefined {
  return warehouseCode === undefined ? (shipTo?.warehouseCode ?? undefined) : upper(warehouseCode);
}

function upper(text: string | undefined): string {
  return (text ?? '').trimEnd().toUpperCase();
}
