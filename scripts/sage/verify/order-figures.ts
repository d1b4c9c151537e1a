import { formatCustomerKey } from '../../../callout-service/src/canonical/customer-key.ts';
import type { SalesOrder } from '../../../callout-service/src/canonical/sales-order.ts';
import type { VerifiedCompany } from './entity-plan.ts';
import { figures, readFigures, type Figure } from './figure.ts';
import { linesOf0000184, publishedItems, publishedOrders, type PublishedOrder } from './published-figures.ts';

/** Every published order and quote of 01-ABF, and the items that one of them sells. */
export async function orderFigures(company: VerifiedCompany): Promise<readonly Figure[]> {
  return [
    ...(await readFigures('orders and quotes of 01-ABF', () => orders(company))),
    ...(await readFigures('items of order 0000184', () => items(company)))
  ];
}

async function orders({ records }: VerifiedCompany): Promise<Figure[]> {
  const found = await records.salesOrders.byKeys(publishedOrders.map(({ salesOrderNo }) => salesOrderNo));
  const byNumber = new Map(found.map((order) => [order.salesOrderNo, order]));
  return [
    ...publishedOrders.flatMap((published) => orderFigure(published, byNumber.get(published.salesOrderNo))),
    ...amountsOf0000115(byNumber.get('0000115')),
    ...partsOf0000184(byNumber.get('0000184'))
  ];
}

/** Customer, kind, status where it was published, and total. */
function orderFigure(
  { salesOrderNo, kind, orderStatus, total }: PublishedOrder,
  order: SalesOrder | undefined
): Figure[] {
  const withStatus = orderStatus !== null;
  const published = ['01-ABF', kind, ...(withStatus ? [orderStatus] : []), total];
  const read = order && [
    formatCustomerKey(order),
    order.kind,
    ...(withStatus ? [order.orderStatus] : []),
    order.total
  ];
  return figures(kind === 'quote' ? 'quote' : 'order', [
    [salesOrderNo, published.join(' '), read?.join(' ')]
  ]);
}

async function items({ records }: VerifiedCompany): Promise<Figure[]> {
  const found = await records.items.byKeys(publishedItems.map(([itemCode]) => itemCode));
  return publishedItems.flatMap(([itemCode, description]) => {
    const item = found.find((each) => each.itemCode === itemCode);
    return figures(`item ${itemCode}`, [
      ['description', description, item?.itemCodeDesc],
      ['unit of measure', 'EACH', item?.standardUnitOfMeasure]
    ]);
  });
}

function amountsOf0000115(order: SalesOrder | undefined): Figure[] {
  return figures('order 0000115', [
    ['taxable', '8600.00', order?.taxableAmount],
    ['discount', '860.00', order?.discountAmount],
    ['sales tax', '116.10', order?.salesTaxAmount]
  ]);
}

function partsOf0000184(order: SalesOrder | undefined): Figure[] {
  return figures('order 0000184', [
    ['purchase order', '101255', order?.customerPONo],
    ['ship via', 'UPS BLUE', order?.shipVia],
    ['number of lines', String(linesOf0000184.length), order && String(order.lines.length)],
    ...linesOf0000184.flatMap(([itemCode, quantity, price], index) => {
      const line = order?.lines[index];
      const name = `line ${index + 1}`;
      return [
        [`${name} item`, itemCode, line?.itemCode],
        [`${name} quantity`, quantity, line?.quantityOrdered],
        [`${name} price`, price, line?.unitPrice]
      ] as const;
    })
  ]);
}
