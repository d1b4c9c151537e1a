import type { Step } from '../../../../callout-service/src/sage/boi/protocol.ts';
import type { BoiAccess } from './boi-access.ts';
import { call, openSteps, out } from './test-bridge.ts';
import type { TestBridge } from './test-bridge.ts';

const SALES_ORDER_TASK = ['SO_SalesOrder_ui', 1] as const;

/** Opens SO_SalesOrder_bus as `object` and its oLines as `lines`. */
export function openOrderSteps(access: BoiAccess): Step[] {
  return [
    ...openSteps(access, 'SO_SalesOrder_bus', SALES_ORDER_TASK, 'S/O'),
    { op: 'get', on: 'object', member: 'oLines', as: 'lines' }
  ];
}

export function setSteps(on: string, values: Readonly<Record<string, string | number>>): Step[] {
  return Object.entries(values).map(([name, value]) => call(on, 'nSetValue', name, value));
}

export function addLineSteps(values: Readonly<Record<string, string | number>>): Step[] {
  return [call('lines', 'nAddLine'), ...setSteps('lines', values), call('lines', 'nWrite')];
}

export function openKeySteps(salesOrderNo: string): Step[] {
  return [call('object', 'nSetKeyValue', 'SalesOrderNo$', salesOrderNo), call('object', 'nSetKey')];
}

export async function nextOrderNo(bridge: TestBridge): Promise<string> {
  const [result] = await bridge.results([call('object', 'nGetNextSalesOrderNo', out('string'))]);
  return String(result?.out?.[0]);
}

/** Takes the next number and enters an order of 01-ABF with that header and those lines; it is not yet written. */
export async function enterOrder(
  bridge: TestBridge,
  header: Readonly<Record<string, string | number>>,
  ...lines: readonly Readonly<Record<string, string | number>>[]
): Promise<string> {
  const salesOrderNo = await nextOrderNo(bridge);
  const customer = { ARDivisionNo$: '01', CustomerNo$: 'ABF' };
  await bridge.results([
    ...openKeySteps(salesOrderNo),
    ...setSteps('object', { ...customer, ...header }),
    ...lines.flatMap(addLineSteps)
  ]);
  return salesOrderNo;
}
