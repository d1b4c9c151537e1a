import type { OrderWorld } from '../world/order-world.ts';
import type { OrgClient } from '../world/org-client.ts';
import { readSageFile } from '../world/sage-file.ts';
import type { PlannedOrder } from './planned-order.ts';

/** What the orders of the stream are made of. */
export interface Basis {
  readonly bookId: string;
  readonly accountIds: readonly string[];
  readonly itemCodes: readonly string[];
  /** Accounts whose customer Sage does not have, so that it is made with the first order. */
  readonly newAccountIds: readonly string[];
  readonly entryIds: readonly string[];
  readonly poisonEntryId: string;
}

const NEW_EVERY = 5;
const MATCHED_EVERY = 3;
const ITEMS = `SELECT i.ItemCode FROM CI_Item i JOIN IM_ItemWarehouse w ON w.ItemCode = i.ItemCode AND w.WarehouseCode = '000'
  WHERE i.ItemType = '1' AND i.InactiveItem <> 'Y' AND i.ProductType = 'F' AND i.SalesUnitOfMeasure = 'EACH'
    AND i.StandardUnitOfMeasure = 'EACH' AND i.UDF_BRAND <> '' AND w.QuantityOnHand > 0 AND i.Valuation NOT IN ('5', '6')
  ORDER BY i.ItemCode LIMIT `;
const CUSTOMERS = `SELECT ARDivisionNo || '-' || CustomerNo AS number, CustomerName AS name FROM AR_Customer
  WHERE CustomerStatus = 'A' AND CreditHold = 'N' AND TemporaryCustomer = 'N' AND ARDivisionNo = '01' AND BatchFax <> 'X'
    AND CustomerName IN (SELECT CustomerName FROM AR_Customer GROUP BY CustomerName HAVING COUNT(*) = 1)
  ORDER BY CustomerNo LIMIT `;

/** Puts an active company, products in the price book and accounts into the org: linked, to be matched, and new ones. */
export async function seedWorld(
  { client, sage }: OrderWorld,
  { accounts, items }: { readonly accounts: number; readonly items: number }
): Promise<Basis> {
  const { itemCodes, customers } = readSageFile(sage.ready.databaseFile, (rows) => ({
    itemCodes: rows(`${ITEMS}${items}`).map(({ ItemCode }) => String(ItemCode)),
    customers: rows(`${CUSTOMERS}${accounts}`).map(
      ({ number, name }) => [String(number), String(name)] as const
    )
  }));
  await client.create('Integration_Config__c', [
    {
      Name: 'ABC',
      Company_Code__c: 'ABC',
      Active__c: true,
      Order_Trigger__c: 'Both',
      Customer_Match_Keys__c: 'Name',
      Create_Customers__c: true,
      New_Customer_Division__c: '01',
      Price_Source__c: 'Salesforce',
      Credit_Reaction__c: 'Warn',
      Default_Warehouse__c: '000',
      Business_Country__c: 'US'
    }
  ]);
  const { bookId, entryIds } = await seedProducts(client, [...itemCodes, 'NOT-IN-SAGE']);
  const isNew = (index: number) => index % NEW_EVERY === NEW_EVERY - 1;
  const accountIds = await client.create(
    'Account',
    Array.from({ length: accounts }, (_, index) => accountOf(index, isNew(index), customers[index]))
  );
  return {
    bookId,
    accountIds,
    newAccountIds: accountIds.filter((_, index) => isNew(index) || customers[index] === undefined),
    itemCodes,
    entryIds: entryIds.slice(0, -1),
    poisonEntryId: entryIds.at(-1) ?? ''
  };
}

async function seedProducts(client: OrgClient, codes: readonly string[]) {
  const [book] = await client.query('SELECT Id FROM Pricebook2 WHERE IsStandard = true');
  const bookId = String(book?.['Id']);
  const products = await client.create(
    'Product2',
    codes.map((code) => ({ Name: `Product ${code}`, ProductCode: code, IsActive: true }))
  );
  const entries = products.map((Product2Id) => ({
    Pricebook2Id: bookId,
    Product2Id,
    UnitPrice: 10,
    IsActive: true
  }));
  return { bookId, entryIds: await client.create('PricebookEntry', entries) };
}

function accountOf(index: number, isNew: boolean, customer: readonly [string, string] | undefined) {
  if (isNew || customer === undefined)
    return {
      Name: `Newcomer ${index} of the stream`,
      BillingStreet: `${index + 1} Main Street`,
      BillingCity: 'Milwaukee',
      BillingState: 'Wisconsin',
      BillingPostalCode: '53205',
      BillingCountry: 'United States'
    };
  const [number, name] = customer;
  return index % MATCHED_EVERY === 0 ? { Name: name } : { Name: name, Sage_Customer_No__c: number };
}

/** Makes the records of the orders, not yet won. */
export async function seedOrders(
  { client }: OrderWorld,
  basis: Basis,
  planned: readonly PlannedOrder[]
): Promise<void> {
  await seedRecords(
    client,
    basis,
    planned.filter(({ kind }) => kind !== 'order'),
    'opportunity'
  );
  await seedRecords(
    client,
    basis,
    planned.filter(({ kind }) => kind !== 'opportunity'),
    'order'
  );
}

async function seedRecords(
  client: OrgClient,
  basis: Basis,
  planned: readonly PlannedOrder[],
  as: 'opportunity' | 'order'
): Promise<void> {
  const headers = planned.map((each) => (as === 'order' ? orderOf(each, basis) : opportunityOf(each, basis)));
  const ids = await client.create(as === 'order' ? 'Order' : 'Opportunity', headers);
  const lines = planned.flatMap((order, index) =>
    order.lines.map((line) => ({
      line,
      record: {
        [as === 'order' ? 'OrderId' : 'OpportunityId']: ids[index] ?? '',
        PricebookEntryId: order.poison ? basis.poisonEntryId : (basis.entryIds[line.item] ?? ''),
        Quantity: line.quantity,
        UnitPrice: line.cents / 100
      }
    }))
  );
  const lineIds = await client.create(
    as === 'order' ? 'OrderItem' : 'OpportunityLineItem',
    lines.map(({ record }) => record)
  );
  lines.forEach(({ line }, index) => {
    line.id ??= lineIds[index];
  });
  planned.forEach((order, index) => {
    if (as === 'order') order.orderId = ids[index];
    else order.opportunityId = ids[index];
  });
}

function opportunityOf({ number, account }: PlannedOrder, { accountIds, bookId }: Basis) {
  return {
    Name: `Deal ${number}`,
    AccountId: accountIds[account],
    Pricebook2Id: bookId,
    StageName: 'Negotiation/Review',
    CloseDate: new Date().toISOString().slice(0, 10)
  };
}

function orderOf({ opportunityId, account }: PlannedOrder, { accountIds, bookId }: Basis) {
  return {
    AccountId: accountIds[account],
    Pricebook2Id: bookId,
    Status: 'Draft',
    EffectiveDate: new Date().toISOString().slice(0, 10),
    ...(opportunityId !== undefined && { OpportunityId: opportunityId })
  };
}
