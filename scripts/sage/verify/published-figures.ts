/** The customer whose figures Sage publishes. */
export const ABF = { arDivisionNo: '01', customerNo: 'ABF' } as const;

/** Order and quote numbers with type, status where it was published, and total. */
export interface PublishedOrder {
  readonly salesOrderNo: string;
  readonly kind: 'standard' | 'quote';
  readonly orderStatus: 'N' | 'O' | null;
  readonly total: string;
}

/**
 * The orders and quotes of 01-ABF in the sample data that Sage publishes for its address book and its CRM connector
 * (company ABC, ABC Distribution and Service Corp.). The total of 0000184 is that of its lines.
 */
export const publishedOrders: readonly PublishedOrder[] = [
  order('0000115', '7856.10', 'O'),
  order('0000171', '81.48'),
  order('0000184', '561.00'),
  ...numbers(272, 277).map((salesOrderNo) => order(salesOrderNo, '185.54')),
  order('0000278', '3092.04'),
  ...numbers(294, 303).map((salesOrderNo) => order(salesOrderNo, '185.54')),
  order('0000307', '185.54', 'N'),
  order('0000310', '4475.54'),
  order('0000331', '0.00', 'N'),
  quote('0000304', '1752.00', 'O'),
  quote('0000332', '0.00', 'N'),
  quote('0000333', '0.00', 'N'),
  quote('0000336', '120.00'),
  quote('0000337', '896.00'),
  quote('0000338', '1716.00'),
  quote('0000340', '839.50'),
  quote('0000341', '89.95')
];

/** The two lines of order 0000184. */
export const linesOf0000184 = [
  ['1001-HON-H252', '2.000000', '84.000000'],
  ['1001-HON-H254', '3.000000', '131.000000']
] as const;

/** The items that order 0000184 sells. */
export const publishedItems = [
  ['1001-HON-H252', 'HON 2 DRAWER LETTER FLE W/O LK'],
  ['1001-HON-H254', 'HON 4 DRAWER LETTER FLE W/O LK']
] as const;

function order(
  salesOrderNo: string,
  total: string,
  orderStatus: PublishedOrder['orderStatus'] = null
): PublishedOrder {
  return { salesOrderNo, kind: 'standard', orderStatus, total };
}

function quote(
  salesOrderNo: string,
  total: string,
  orderStatus: PublishedOrder['orderStatus'] = null
): PublishedOrder {
  return { salesOrderNo, kind: 'quote', orderStatus, total };
}

function numbers(first: number, last: number): string[] {
  return Array.from({ length: last - first + 1 }, (_, offset) => String(first + offset).padStart(7, '0'));
}
