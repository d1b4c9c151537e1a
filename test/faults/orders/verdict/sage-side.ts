import { readSageFile, type SageRow } from '../world/sage-file.ts';

/** One line of an order in Sage. Money in cents, prices as Sage keeps them. */
export interface SageLine {
  readonly lineKey: string;
  readonly itemCode: string;
  readonly quantity: number;
  readonly unitPrice: number;
  readonly extensionCents: number;
}

/** An order in Sage that carries a request key. */
export interface SageOrder {
  readonly key: string;
  readonly number: string;
  readonly isOpen: boolean;
  /** Of the open order where it is open, else of the history. */
  readonly status: string;
  readonly comment: string;
  readonly totals: {
    readonly subtotal: number;
    readonly discount: number;
    readonly tax: number;
    readonly freight: number;
    readonly total: number;
  };
  readonly lines: readonly SageLine[];
}

/** What Sage holds, read from its own file. */
export interface SageSide {
  readonly orders: readonly SageOrder[];
  /** Stock in warehouse 000 by item: on hand, on sales order, on back order, on purchase order. */
  readonly stock: ReadonlyMap<string, readonly [number, number, number, number]>;
  /** How often each customer's name is there. */
  readonly customers: ReadonlyMap<string, number>;
}

export function readSageSide(file: string): SageSide {
  return readSageFile(file, (rows) => {
    const lines = Map.groupBy(
      rows(`SELECT d.* FROM SO_SalesOrderDetail d JOIN SO_SalesOrderHeader h ON h.SalesOrderNo = d.SalesOrderNo
        WHERE h.UDF_SALESFORCE_ID <> '' AND d.ItemType = '1'`),
      ({ SalesOrderNo }) => String(SalesOrderNo)
    );
    const open = rows(`SELECT * FROM SO_SalesOrderHeader WHERE UDF_SALESFORCE_ID <> ''`);
    const openNumbers = new Set(open.map(({ SalesOrderNo }) => SalesOrderNo));
    const past = rows(`SELECT * FROM SO_SalesOrderHistoryHeader WHERE UDF_SALESFORCE_ID <> ''`);
    return {
      orders: [
        ...open.map((row) => orderOf(row, true, lines.get(String(row['SalesOrderNo'])) ?? [])),
        ...past
          .filter(({ SalesOrderNo }) => !openNumbers.has(SalesOrderNo ?? null))
          .map((row) => orderOf(row, false, []))
      ],
      stock: new Map(
        rows(`SELECT * FROM IM_ItemWarehouse WHERE WarehouseCode = '000'`).map((row) => [
          String(row['ItemCode']),
          [
            Number(row['QuantityOnHand']),
            Number(row['QuantityOnSalesOrder']),
            Number(row['QuantityOnBackOrder']),
            Number(row['QuantityOnPurchaseOrder'])
          ]
        ])
      ),
      customers: new Map(
        rows('SELECT CustomerName AS name, COUNT(*) AS count FROM AR_Customer GROUP BY CustomerName').map(
          ({ name, count }) => [String(name), Number(count)]
        )
      )
    };
  });
}

/** Cents of an amount that SQLite gives as a binary number. */
export function cents(value: unknown): number {
  return Math.round(Number(value) * 100);
}

function orderOf(row: SageRow, isOpen: boolean, lines: readonly SageRow[]): SageOrder {
  const subtotal = cents(row['TaxableAmt']) + cents(row['NonTaxableAmt']);
  const [discount, tax, freight] = [
    cents(row['DiscountAmt']),
    cents(row['SalesTaxAmt']),
    cents(row['FreightAmt'])
  ] as const;
  return {
    key: String(row['UDF_SALESFORCE_ID']),
    number: String(row['SalesOrderNo']),
    isOpen,
    status: String(row['OrderStatus']),
    comment: String(row['Comment'] ?? ''),
    totals: { subtotal, discount, tax, freight, total: subtotal - discount + tax + freight },
    lines: lines.map((line) => ({
      lineKey: String(line['LineKey']),
      itemCode: String(line['ItemCode']),
      quantity: Number(line['QuantityOrdered']),
      unitPrice: Number(line['UnitPrice']),
      extensionCents: cents(line['ExtensionAmt'])
    }))
  };
}
