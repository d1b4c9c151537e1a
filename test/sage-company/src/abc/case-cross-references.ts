/** Other numbers of items: a bar code, a customer's number, a number two customers use for different items. */
export const caseAliases: readonly Readonly<Record<string, string>>[] = [
  { ItemCode: 'STK-A', AliasItemNo: '012345678905', Type: 'G', AliasItemDesc: 'BAR CODE' },
  { ItemCode: 'STK-A', AliasItemNo: 'OLD-STK-A', Type: 'G' },
  { ItemCode: 'STK-A', AliasItemNo: 'ABF-77', Type: 'C', ARDivisionNo: '01', CustomerNo: 'ABF' },
  { ItemCode: 'STK-ONE', AliasItemNo: 'SAME-NO', Type: 'C', ARDivisionNo: '01', CustomerNo: 'ABF' },
  { ItemCode: 'STK-BOX', AliasItemNo: 'SAME-NO', Type: 'C', ARDivisionNo: '01', CustomerNo: 'PRICING' },
  { ItemCode: 'STK-SER', AliasItemNo: 'V-5000', Type: 'V', APDivisionNo: '01', VendorNo: 'ACME' },
  // A general alias of two items: what it stands for cannot be told.
  { ItemCode: 'STK-LOT', AliasItemNo: 'AMBIGUOUS', Type: 'G' },
  { ItemCode: 'STK-NEG', AliasItemNo: 'AMBIGUOUS', Type: 'G' }
];

/** Items to offer in place of another, in the order of their priority. */
export const caseAlternates: readonly {
  readonly itemCode: string;
  readonly alternates: readonly string[];
}[] = [
  { itemCode: 'DISC-EMPTY', alternates: ['STK-A', 'STK-ONE'] },
  { itemCode: 'DISC-STOCK', alternates: ['STK-A'] }
];
