import type { OrgClient, Row } from '../world/org-client.ts';

const HEADER =
  'Id, Sage_Sales_Order_No__c, Sage_Order_Status__c, Sage_Order_Subtotal__c, Sage_Order_Discount__c, Sage_Order_Tax__c, Sage_Order_Freight__c, Sage_Order_Total__c, Sage_Sync_State__c, Sage_Sync_Code__c';
const LINE = 'Id, Quantity, Sage_Line_Key__c, Sage_Unit_Price__c, Sage_Line_Total__c';

/** What Salesforce holds, by id of the record where it is about one. */
export interface OrgSide {
  readonly records: ReadonlyMap<string, Row>;
  readonly lines: ReadonlyMap<string, readonly Row[]>;
  /** Failure records by their key. */
  readonly failures: ReadonlyMap<string, Row>;
  /** Stock by item and warehouse, as `1001/000`. */
  readonly stock: ReadonlyMap<string, Row>;
  readonly accounts: ReadonlyMap<string, Row>;
  readonly runKeys: readonly string[];
}

export async function readOrgSide(client: OrgClient): Promise<OrgSide> {
  const by = (field: string, rows: readonly Row[]) => new Map(rows.map((row) => [String(row[field]), row]));
  const records = [
    ...(await client.query(`SELECT ${HEADER} FROM Opportunity`)),
    ...(await client.query(`SELECT ${HEADER} FROM Order`))
  ];
  const opportunityLines = await client.query(`SELECT OpportunityId, ${LINE} FROM OpportunityLineItem`);
  const orderLines = await client.query(`SELECT OrderId, ${LINE} FROM OrderItem`);
  return {
    records: by('Id', records),
    lines: Map.groupBy([...opportunityLines, ...orderLines], (row) =>
      String(row['OpportunityId'] ?? row['OrderId'])
    ),
    failures: by(
      'Failure_Key__c',
      await client.query(
        'SELECT Failure_Key__c, Record_Id__c, State__c, Code__c, Lane__c FROM Sync_Failure__c'
      )
    ),
    stock: by(
      'Sage_Key__c',
      await client.query(
        'SELECT Sage_Key__c, Quantity_On_Hand__c, Quantity_On_Sales_Order__c, Quantity_On_Back_Order__c, Quantity_On_Purchase_Order__c FROM Sage_Inventory__c'
      )
    ),
    accounts: by('Id', await client.query('SELECT Id, Name, Sage_Customer_No__c FROM Account')),
    runKeys: (await client.query('SELECT Run_Key__c FROM Sync_Log__c')).map((row) =>
      String(row['Run_Key__c'])
    )
  };
}
