import type { OrderWorld } from '../../orders/world/order-world.ts';
import { readSageFile } from '../../orders/world/sage-file.ts';

/** What edits are made of. */
export interface Basis {
  readonly customers: readonly { readonly key: string; readonly accountId: string }[];
  /** Item codes. */
  readonly items: readonly string[];
  /** Item and warehouse, as `1001/000`. */
  readonly stock: readonly string[];
}

/** Customers, items and stock that both systems have. */
export async function editBasis({ client, sage }: OrderWorld): Promise<Basis> {
  const accounts = await client.query(
    'SELECT Id, Sage_Customer_No__c FROM Account WHERE Sage_Customer_No__c != null ORDER BY Sage_Customer_No__c'
  );
  const keysOf = (sql: string) =>
    readSageFile(sage.ready.databaseFile, (rows) => rows(sql)).map(({ key }) => String(key));
  return {
    customers: accounts.map((row) => ({
      key: String(row['Sage_Customer_No__c']),
      accountId: String(row['Id'])
    })),
    items: keysOf(
      `SELECT ItemCode AS key FROM CI_Item WHERE ItemType = '1' AND ItemCode NOT LIKE '%/%' ORDER BY 1`
    ),
    stock: keysOf(
      `SELECT ItemCode || '/' || WarehouseCode AS key FROM IM_ItemWarehouse WHERE ItemCode NOT LIKE '%/%' ORDER BY 1`
    )
  };
}
