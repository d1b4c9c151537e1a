import type { Customer } from '../../../canonical/customer.ts';
import type { InventoryLevel } from '../../../canonical/inventory-level.ts';
import type { Item } from '../../../canonical/item.ts';
import type { ShipToAddress } from '../../../canonical/ship-to-address.ts';
import type { ColumnFacts, TableFacts } from '../../written-values/written-value.ts';

const stamps = { createdAt: null, updatedAt: null };
const address = {
  addressLine1: null,
  addressLine2: null,
  addressLine3: null,
  city: null,
  state: null,
  zipCode: null,
  countryCode: null
};

const activeCustomer = {
  arDivisionNo: '01',
  customerNo: 'ABF',
  customerName: 'American Business Futures',
  status: 'active',
  inactiveReasonCode: null,
  address,
  residential: false,
  telephoneNo: null,
  telephoneExt: null,
  faxNo: null,
  emailAddress: null,
  urlAddress: null,
  contactCode: null,
  primaryShipToCode: null,
  shipMethod: null,
  taxSchedule: null,
  taxExemptNo: null,
  termsCode: '01',
  salesperson: null,
  comment: null,
  sortField: null,
  customerType: null,
  priceLevel: null,
  defaultPaymentType: null,
  discountRate: '0.000',
  creditHold: false,
  creditLimit: '0.00',
  currentBalance: '0.00',
  agingCategories: ['0.00', '0.00', '0.00', '0.00'],
  openOrderAmount: '0.00',
  balanceForward: '0.00',
  openItem: true,
  highestStatementBalance: '0.00',
  lastPaymentAmount: '0.00',
  lastPaymentDate: null,
  lastActivityDate: null,
  lastStatementDate: null,
  lastAgingDate: null,
  dateEstablished: null,
  averageDaysToPay: 0,
  averageDaysOverdue: 0,
  userDefinedFields: {},
  ...stamps
} satisfies Partial<Customer>;

/** An active customer without limit or balance. */
export function someCustomer(changes: Partial<Customer> = {}): Customer {
  return { ...activeCustomer, ...changes };
}

const finishedGood = {
  itemCodeDesc: 'An item',
  itemType: 'regular',
  productType: 'finished',
  inactive: false,
  productLine: null,
  priceCode: null,
  valuation: 'fifo',
  procurement: 'buy',
  standardUnitOfMeasure: 'EACH',
  salesUnitOfMeasure: 'EACH',
  purchaseUnitOfMeasure: 'EACH',
  salesUnitConversion: '1.0000',
  defaultWarehouseCode: '000',
  taxClass: null,
  allowBackOrders: true,
  allowTradeDiscount: true,
  category1: null,
  category2: null,
  category3: null,
  category4: null,
  primaryVendorNo: null,
  vendorItemCode: null,
  shipWeight: null,
  standardUnitCost: '0.000000',
  standardUnitPrice: '0.000000',
  suggestedRetailPrice: '0.000000',
  averageUnitCost: '0.000000',
  lastTotalUnitCost: '0.000000',
  totalQuantityOnHand: '0.000000',
  promotion: null,
  lastSoldDate: null,
  lastReceiptDate: null,
  userDefinedFields: {},
  ...stamps
} satisfies Partial<Item>;

/** A finished good, sold by the piece from warehouse 000. */
export function someItem(changes: Partial<Item> & Pick<Item, 'itemCode'>): Item {
  return { ...finishedGood, ...changes };
}

/** Nothing on hand in warehouse 000. */
export function someLevel(
  changes: Partial<InventoryLevel> & Pick<InventoryLevel, 'itemCode'>
): InventoryLevel {
  return {
    warehouseCode: '000',
    binLocation: null,
    quantityOnHand: '0.000000',
    quantityOnSalesOrder: '0.000000',
    quantityOnBackOrder: '0.000000',
    quantityOnPurchaseOrder: '0.000000',
    quantityOnWorkOrder: '0.000000',
    quantityRequiredForWorkOrder: '0.000000',
    quantityInShipping: '0.000000',
    reorderPointQuantity: '0.000000',
    averageCost: '0.000000',
    ...stamps,
    ...changes
  };
}

export function someShipTo(
  changes: Partial<ShipToAddress> & Pick<ShipToAddress, 'shipToCode'>
): ShipToAddress {
  return {
    arDivisionNo: '01',
    customerNo: 'ABF',
    name: null,
    address,
    residential: false,
    telephoneNo: null,
    telephoneExt: null,
    faxNo: null,
    emailAddress: null,
    contactCode: null,
    salesperson: null,
    warehouseCode: null,
    taxSchedule: null,
    shipVia: null,
    userDefinedFields: {},
    ...stamps,
    ...changes
  };
}

/** Every column that an order may write, texts of 30 characters; the header requires UDF_BRAND. */
export function someTable(name: 'SO_SalesOrderHeader' | 'SO_SalesOrderDetail'): TableFacts {
  const columns = name === 'SO_SalesOrderHeader' ? HEADER : LINE;
  return { name, columns };
}

function columns(kind: ColumnFacts['kind'], names: string, facts: Partial<ColumnFacts> = {}): ColumnFacts[] {
  return names
    .split(' ')
    .map((name) => ({ name, kind, userDefined: name.startsWith('UDF_'), required: false, ...facts }));
}

const HEADER = [
  ...columns(
    'text',
    'OrderType ShipToCode WarehouseCode TermsCode SalespersonDivisionNo SalespersonNo Comment',
    {
      length: 30
    }
  ),
  ...columns('date', 'OrderDate ShipExpireDate'),
  ...columns('number', 'UDF_COUNT', { length: 5, scale: 0 }),
  ...columns('text', 'UDF_BRAND', { length: 20, required: true })
];

const LINE = [
  ...columns('text', 'ItemCode WarehouseCode UnitOfMeasure ItemCodeDesc CommentText', { length: 30 }),
  ...columns('number', 'QuantityOrdered UnitPrice LineDiscountPercent', { length: 15, scale: 6 }),
  ...columns('date', 'PromiseDate')
];
