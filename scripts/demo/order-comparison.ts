import { connectControl } from '@ledger-bridge/sage-company';
import { Decimal } from 'decimal.js';
import { setTimeout as delay } from 'node:timers/promises';
import { ADMIN, queryOrg, type OrgAddresses } from './session.ts';

/** Stock and log are written right after the number; they get this long. */
const PATIENCE_MS = 20_000;
const POLL_MS = 200;

/** The total of an order as it stands in Sage, a decimal string with two places. */
export async function readSageTotal(controlUrl: string, salesOrderNo: string): Promise<string> {
  const header = await connectControl(controlUrl).show('SO_SalesOrderHeader', salesOrderNo);
  const amount = (column: string): Decimal => new Decimal(header[column] ?? Number.NaN);
  return amount('TaxableAmt')
    .plus(amount('NonTaxableAmt'))
    .minus(amount('DiscountAmt'))
    .plus(amount('SalesTaxAmt'))
    .plus(amount('FreightAmt'))
    .toFixed(2);
}

/** What the sync log tells of an opportunity's order, line by line; waits until it is written. */
export async function readStory(org: OrgAddresses, opportunityId: string): Promise<readonly string[]> {
  const soql = `SELECT Story__c FROM Sync_Log__c WHERE Record_Id__c = '${opportunityId}'`;
  const [log] = await eventually(
    () => queryOrg(org, ADMIN, soql),
    (records) => records.length > 0
  );
  const story = log?.['Story__c'];
  return typeof story === 'string' ? story.split('\n') : [];
}

/** Quantities on sales orders of an opportunity's items that differ between both systems; empty when all are equal. */
export async function stockDifferences(
  org: OrgAddresses,
  controlUrl: string,
  opportunityId: string
): Promise<readonly string[]> {
  return eventually(
    () => compareStock(org, controlUrl, opportunityId),
    (differences) => differences.length === 0
  );
}

async function compareStock(
  org: OrgAddresses,
  controlUrl: string,
  opportunityId: string
): Promise<readonly string[]> {
  const lines = await queryOrg(
    org,
    ADMIN,
    `SELECT Product2.Id, Product2.Sage_Item_Code__c FROM OpportunityLineItem WHERE OpportunityId = '${opportunityId}'`
  );
  const levels = await queryOrg(
    org,
    ADMIN,
    `SELECT Sage_Key__c, Quantity_On_Sales_Order__c FROM Sage_Inventory__c WHERE Product__c IN (SELECT Product2Id FROM OpportunityLineItem WHERE OpportunityId = '${opportunityId}')`
  );
  if (levels.length === 0) return [`Salesforce has no stock yet of any of ${lines.length} products`];
  const sage = connectControl(controlUrl);
  const differences: string[] = [];
  for (const level of levels) {
    const key = String(level['Sage_Key__c']);
    const { QuantityOnSalesOrder: inSage = '' } = await sage.show('IM_ItemWarehouse', key);
    const inSalesforce = String(level['Quantity_On_Sales_Order__c']);
    if (!new Decimal(inSage).equals(inSalesforce)) {
      differences.push(`${key}: ${inSage} on sales orders in Sage, ${inSalesforce} in Salesforce`);
    }
  }
  return differences;
}

async function eventually<T>(read: () => Promise<T>, isThere: (value: T) => boolean): Promise<T> {
  const until = performance.now() + PATIENCE_MS;
  for (;;) {
    const value = await read();
    if (isThere(value) || performance.now() > until) return value;
    await delay(POLL_MS);
  }
}
