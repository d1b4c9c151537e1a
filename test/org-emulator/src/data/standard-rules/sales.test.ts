import type { Connection } from '@jsforce/jsforce-node';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { RunningOrg } from '../../index.ts';
import { containing } from '../../testing/matchers.ts';
import { create } from '../../testing/shipping-org.ts';
import { admin, connect, noAccess, rep, startTestOrg } from '../../testing/test-org.ts';

const renamer = 'renamer@ledger-bridge.example';

let org: RunningOrg;
let connection: Connection;
let account: string;
let book: string;
let entry: string;

beforeAll(async () => {
  org = await startTestOrg({
    users: [
      {
        ...{ username: renamer, firstName: 'Rena', lastName: 'Renamer', alias: 'rena' },
        ...{ profile: 'System Administrator', permissionSets: [] }
      }
    ]
  });
  connection = await connect(org, admin);
});
afterAll(() => org.close());
beforeEach(async () => {
  account = await create(connection, 'Account', { Name: 'ABF' });
  book = await create(connection, 'Pricebook2', { Name: 'Trade', IsActive: true });
  entry = await createPrice(50);
});

const idOf = async (soql: string): Promise<string> => String((await connection.query(soql)).records[0]?.Id);
const standardBook = () => idOf('SELECT Id FROM Pricebook2 WHERE IsStandard = true');

/** A product with a standard price, and its price in the trade book. */
async function createPrice(UnitPrice: number): Promise<string> {
  const Product2Id = await create(connection, 'Product2', {
    Name: 'Paper',
    ProductCode: 'P1',
    IsActive: true
  });
  const common = { Product2Id, IsActive: true };
  await create(connection, 'PricebookEntry', {
    ...common,
    Pricebook2Id: await standardBook(),
    UnitPrice: 60
  });
  return create(connection, 'PricebookEntry', { ...common, Pricebook2Id: book, UnitPrice });
}

const createOrder = (values: Record<string, unknown> = {}): Promise<string> =>
  create(connection, 'Order', {
    AccountId: account,
    EffectiveDate: '2026-01-31',
    Status: 'Draft',
    Pricebook2Id: book,
    ...values
  });
const createItem = (OrderId: string, values: Record<string, unknown> = {}): Promise<string> =>
  create(connection, 'OrderItem', {
    OrderId,
    PricebookEntryId: entry,
    Quantity: 2,
    UnitPrice: 50.25,
    ...values
  });
const createOpportunity = (values: Record<string, unknown> = {}): Promise<string> =>
  create(connection, 'Opportunity', {
    AccountId: account,
    Name: 'Deal',
    StageName: 'Value Proposition',
    CloseDate: '2026-05-31',
    ...values
  });
const read = (object: string, id: string) => connection.sobject(object).retrieve(id);

describe('orders', () => {
  it('when items are added, changed and removed, then TotalAmount is their sum', async () => {
    const order = await createOrder();
    expect(await read('Order', order)).toMatchObject({ StatusCode: 'Draft', TotalAmount: 0 });
    const first = await createItem(order);
    const second = await createItem(order, { Quantity: 3, UnitPrice: 0.1 });
    expect(await read('Order', order)).toMatchObject({ TotalAmount: 100.8 });
    await connection.sobject('OrderItem').update({ Id: first, Quantity: 1 });
    expect(await read('OrderItem', first)).toMatchObject({ TotalPrice: 50.25, ListPrice: 50 });
    await connection.sobject('OrderItem').destroy(second);
    expect(await read('Order', order)).toMatchObject({ TotalAmount: 50.25 });
  });

  it('when an order lacks its account, begins activated or ends before it begins, then it is refused', async () => {
    await expect(createOrder({ AccountId: null })).rejects.toMatchObject({
      errorCode: 'REQUIRED_FIELD_MISSING'
    });
    await expect(createOrder({ Status: 'Activated' })).rejects.toMatchObject({
      errorCode: 'FAILED_ACTIVATION'
    });
    await expect(createOrder({ EndDate: '2026-01-30' })).rejects.toMatchObject({
      errorCode: 'FIELD_INTEGRITY_EXCEPTION'
    });
  });

  it('when it has items, then it can be activated, and its items then stay as they are', async () => {
    const order = await createOrder();
    const activate = () => connection.sobject('Order').update({ Id: order, Status: 'Activated' });
    await expect(activate()).rejects.toMatchObject({
      errorCode: 'FAILED_ACTIVATION',
      message: 'An order must have at least one product.'
    });
    const item = await createItem(order);
    await activate();
    const activated = await read('Order', order);
    expect(activated).toMatchObject({ StatusCode: 'Activated' });
    expect(activated.ActivatedDate).not.toBeNull();
    await expect(createItem(order)).rejects.toThrow(/activated order/);
    await expect(connection.sobject('OrderItem').update({ Id: item, Quantity: 9 })).rejects.toThrow(
      /activated order/
    );
    await expect(connection.sobject('OrderItem').destroy(item)).rejects.toThrow(/activated order/);
    await expect(connection.sobject('Order').destroy(order)).rejects.toMatchObject({
      errorCode: 'DELETE_FAILED'
    });
    await expect(connection.sobject('Account').destroy(account)).rejects.toMatchObject({
      errorCode: 'DELETE_FAILED'
    });
    await connection.sobject('Order').update({ Id: order, Status: 'Draft' });
    expect(await read('Order', order)).toMatchObject({ StatusCode: 'Draft', ActivatedDate: null });
  });

  it('when a user without the permission takes an activation back, then it is refused', async () => {
    const order = await createOrder();
    await createItem(order);
    const stranger = await connect(org, noAccess);
    await stranger.sobject('Order').update({ Id: order, Status: 'Activated' });
    const back = stranger.sobject('Order').update({ Id: order, Status: 'Draft' });
    await expect(back).rejects.toMatchObject({ errorCode: 'INSUFFICIENT_ACCESS_OR_READONLY' });
  });

  it('when an item’s price is of another price book, inactive or missing, then the item is refused', async () => {
    const order = await createOrder({ Pricebook2Id: await standardBook() });
    await expect(createItem(order)).rejects.toMatchObject({
      errorCode: 'FIELD_INTEGRITY_EXCEPTION',
      message: containing('pricebook entry is in a different pricebook')
    });
    await connection.sobject('PricebookEntry').update({ Id: entry, IsActive: false });
    await expect(createItem(await createOrder())).rejects.toMatchObject({ message: containing('inactive') });
    await expect(createItem(order, { PricebookEntryId: null })).rejects.toMatchObject({
      errorCode: 'REQUIRED_FIELD_MISSING'
    });
  });

  it('when it has items, then its price book stays, and the prices cannot be deleted', async () => {
    const order = await createOrder();
    await createItem(order);
    const change = connection.sobject('Order').update({ Id: order, Pricebook2Id: await standardBook() });
    await expect(change).rejects.toMatchObject({ errorCode: 'FIELD_INTEGRITY_EXCEPTION' });
    await expect(connection.sobject('PricebookEntry').destroy(entry)).rejects.toMatchObject({
      errorCode: 'DELETE_FAILED'
    });
  });
});

describe('opportunities', () => {
  it('when the stage changes, then what follows from it does, unless the request says otherwise', async () => {
    const id = await createOpportunity({ Amount: 200 });
    expect(await read('Opportunity', id)).toMatchObject({
      IsClosed: false,
      Probability: 50,
      ForecastCategory: 'Pipeline',
      ExpectedRevenue: 100,
      FiscalYear: 2026,
      FiscalQuarter: 2
    });
    await connection.sobject('Opportunity').update({ Id: id, Probability: 55 });
    await connection.sobject('Opportunity').update({ Id: id, Amount: 100 });
    expect(await read('Opportunity', id)).toMatchObject({ Probability: 55, ExpectedRevenue: 55 });
    await connection.sobject('Opportunity').update({ Id: id, StageName: 'Closed Won' });
    expect(await read('Opportunity', id)).toMatchObject({
      IsClosed: true,
      IsWon: true,
      Probability: 100,
      ForecastCategory: 'Closed',
      ExpectedRevenue: 100
    });
  });

  it('when it has lines, then its amount, price book and quantity are theirs', async () => {
    const id = await createOpportunity({ Amount: 5000 });
    const values = { OpportunityId: id, PricebookEntryId: entry, Quantity: 4 };
    const line = await create(connection, 'OpportunityLineItem', { ...values, UnitPrice: 10, Discount: 25 });
    expect(await read('OpportunityLineItem', line)).toMatchObject({
      TotalPrice: 30,
      Subtotal: 40,
      ListPrice: 50,
      ProductCode: 'P1',
      Name: 'Deal Paper'
    });
    const priced = await create(connection, 'OpportunityLineItem', { ...values, TotalPrice: 8 });
    expect(await read('OpportunityLineItem', priced)).toMatchObject({ UnitPrice: 2 });
    expect(await read('Opportunity', id)).toMatchObject({
      Amount: 38,
      HasOpportunityLineItem: true,
      Pricebook2Id: book,
      TotalOpportunityQuantity: 8,
      ExpectedRevenue: 19
    });
    await connection.sobject('Opportunity').update({ Id: id, Amount: 1 });
    expect(await read('Opportunity', id)).toMatchObject({ Amount: 38 });
    await connection.sobject('OpportunityLineItem').destroy([line, priced]);
    expect(await read('Opportunity', id)).toMatchObject({ HasOpportunityLineItem: false });
  });

  it('when a line has both prices, then it is refused', async () => {
    const values = { OpportunityId: await createOpportunity(), PricebookEntryId: entry, Quantity: 1 };
    const line = create(connection, 'OpportunityLineItem', { ...values, UnitPrice: 1, TotalPrice: 1 });
    await expect(line).rejects.toMatchObject({ errorCode: 'FIELD_INTEGRITY_EXCEPTION' });
  });
});

describe('prices', () => {
  it('when a product has no standard price, then no other price can be made', async () => {
    const Product2Id = await create(connection, 'Product2', { Name: 'Ink' });
    const price = create(connection, 'PricebookEntry', { Product2Id, Pricebook2Id: book, UnitPrice: 1 });
    await expect(price).rejects.toMatchObject({ errorCode: 'STANDARD_PRICE_NOT_DEFINED' });
  });

  it('when a product has a price in the book already, then another is DUPLICATE_VALUE', async () => {
    const { Product2Id } = await read('PricebookEntry', entry);
    const price = create(connection, 'PricebookEntry', { Product2Id, Pricebook2Id: book, UnitPrice: 1 });
    await expect(price).rejects.toMatchObject({ errorCode: 'DUPLICATE_VALUE' });
  });

  it('when a price uses the standard price, then it follows it, and names follow the product', async () => {
    await connection.sobject('PricebookEntry').update({ Id: entry, UseStandardPrice: true });
    expect(await read('PricebookEntry', entry)).toMatchObject({ UnitPrice: 60, Name: 'Paper' });
    const { Product2Id } = await read('PricebookEntry', entry);
    const standard = await idOf(
      `SELECT Id FROM PricebookEntry WHERE Product2Id = '${Product2Id}' AND Pricebook2.IsStandard = true`
    );
    await connection.sobject('PricebookEntry').update({ Id: standard, UnitPrice: 61 });
    await connection.sobject('Product2').update({ Id: String(Product2Id), Name: 'Card' });
    expect(await read('PricebookEntry', entry)).toMatchObject({ UnitPrice: 61, Name: 'Card' });
    await expect(
      connection.sobject('PricebookEntry').update({ Id: entry, UnitPrice: 1 })
    ).rejects.toMatchObject({ errorCode: 'FIELD_INTEGRITY_EXCEPTION' });
  });
});

describe('people', () => {
  it('when a contact’s names change, then Name is made of them', async () => {
    const id = await create(connection, 'Contact', { FirstName: 'Jane', LastName: 'Doe', Salutation: 'Dr.' });
    expect(await read('Contact', id)).toMatchObject({ Name: 'Jane Doe' });
    await connection.sobject('Contact').update({ Id: id, FirstName: null });
    expect(await read('Contact', id)).toMatchObject({ Name: 'Doe' });
    await expect(create(connection, 'Contact', { FirstName: 'Jane' })).rejects.toMatchObject({
      errorCode: 'REQUIRED_FIELD_MISSING'
    });
  });

  it('when a permission set is assigned twice, then the second is DUPLICATE_VALUE', async () => {
    const PermissionSetId = await idOf("SELECT Id FROM PermissionSet WHERE Name = 'Flow_Only'");
    const AssigneeId = await idOf(`SELECT Id FROM User WHERE Username = '${noAccess}'`);
    await create(connection, 'PermissionSetAssignment', { PermissionSetId, AssigneeId });
    await expect(
      create(connection, 'PermissionSetAssignment', { PermissionSetId, AssigneeId })
    ).rejects.toMatchObject({ errorCode: 'DUPLICATE_VALUE' });
  });

  it('when users are deactivated, then others can be, but nobody themselves', async () => {
    const idOfUser = (username: string) => idOf(`SELECT Id FROM User WHERE Username = '${username}'`);
    await connection.sobject('User').update({ Id: await idOfUser(rep), IsActive: false });
    await expect(connect(org, rep)).rejects.toThrow();
    const self = connection.sobject('User').update({ Id: await idOfUser(admin), IsActive: false });
    await expect(self).rejects.toMatchObject({ errorCode: 'FIELD_INTEGRITY_EXCEPTION' });
  });
});

describe('a product that is renamed', () => {
  it('when its name changes, then its prices change with it, by who renamed it', async () => {
    const price = () => connection.sobject('PricebookEntry').retrieve(entry);
    const { Product2Id, CreatedById } = await price();
    const asRenamer = await connect(org, renamer);
    await asRenamer.sobject('Product2').update({ Id: String(Product2Id), Name: 'Board', ProductCode: 'B1' });
    const changed = await price();
    expect(changed).toMatchObject({ Name: 'Board', ProductCode: 'B1' });
    expect(changed.LastModifiedById).not.toBe(CreatedById);
  });
});
