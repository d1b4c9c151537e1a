import type { PageFindings } from './page-check.ts';
import type { SageFigures } from './sage-figures.ts';

/** Each way in which the page differs from Sage, as a sentence; none when it is right. */
export function differences(page: PageFindings, sage: SageFigures, customerNo: string): string[] {
  const expected = [
    ['customer', page.customer, customerNo],
    ['amountDue', page.amountDue, sage.amountDue],
    ['creditLimit', page.creditLimit, sage.creditLimit],
    ['openOrders', page.openOrders, sage.openOrders],
    ['creditLeft', page.creditLeft, sage.creditLeft],
    ['source', page.source, 'live'],
    ['flowStatus', page.flowStatus, 'Finished']
  ] as const;
  return expected
    .filter(([, shown, right]) => shown !== right)
    .map(([what, shown, right]) => `${what}: the page shows '${shown}', it should be '${right}'`);
}
