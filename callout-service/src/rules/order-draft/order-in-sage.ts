import type { SalesOrder } from '../../canonical/sales-order.ts';

/** What of an order in Sage a comparison looks at. */
export type OrderInSage = Pick<SalesOrder, 'salesOrderNo' | 'lines' | 'userDefinedFields'> &
  Partial<Pick<SalesOrder, (typeof comparedFields)[number]>>;

/** Fields of the header that both the draft and the order in Sage have, under one name. */
export const comparedFields = [
  'orderDate',
  'shipDate',
  'customerPONo',
  'shipToCode',
  'shipVia',
  'warehouseCode',
  'termsCode',
  'taxSchedule',
  'confirmTo',
  'emailAddress',
  'comment'
] as const;
