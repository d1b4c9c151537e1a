/** Units that open documents hold of one item in one warehouse. */
export interface OpenQuantities {
  onSalesOrder: number;
  onBackOrder: number;
  onPurchaseOrder: number;
}

/** Keeps what orders and purchase orders say of stock, so that the item and warehouse records agree with them. */
export class StockBook {
  readonly #quantities = new Map<string, OpenQuantities>();

  /** The quantities of one item in one warehouse, to be read or added to. */
  of(itemCode: string, warehouseCode: string): OpenQuantities {
    const key = `${warehouseCode} ${itemCode}`;
    const known = this.#quantities.get(key);
    if (known !== undefined) return known;
    const fresh = { onSalesOrder: 0, onBackOrder: 0, onPurchaseOrder: 0 };
    this.#quantities.set(key, fresh);
    return fresh;
  }
}
