import type { IntegrationSettings } from '../settings/integration-settings.ts';
import { quoted, type SalesforceRecords } from '../../salesforce/port/salesforce-records.ts';

/** A product that is the item. */
export interface ItemProduct {
  readonly id: string;
}

/**
 * The products that are an item of Sage: those whose Sage_Item_Code__c says so; where none does, those without one whose
 * ProductCode is the item's code, or stands for it in the admin's table. Codes are compared without case, as SOQL does.
 */
export async function productsOfItem(
  itemCode: string,
  records: Pick<SalesforceRecords, 'all'>,
  { itemLookup }: Pick<IntegrationSettings, 'itemLookup'>
): Promise<readonly ItemProduct[]> {
  const aliases = itemLookup.filter((row) => isSame(row.itemCode, itemCode)).map((row) => row.productCode);
  const codes = [itemCode, ...aliases].map(quoted).join(', ');
  const rows = await records.all(
    'SELECT Id, Sage_Item_Code__c FROM Product2 ' +
      `WHERE Sage_Item_Code__c = ${quoted(itemCode)} OR (Sage_Item_Code__c = null AND ProductCode IN (${codes}))`
  );
  const named = rows.filter((row) => row['Sage_Item_Code__c'] !== null);
  return (named.length > 0 ? named : rows).flatMap((row) =>
    typeof row['Id'] === 'string' ? [{ id: row['Id'] }] : []
  );
}

function isSame(one: string, other: string): boolean {
  return one.trim().toUpperCase() === other.trim().toUpperCase();
}
