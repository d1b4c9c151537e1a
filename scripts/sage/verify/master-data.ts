import { aliasItemSchema } from '../../../callout-service/src/canonical/alias-item.ts';
import { billSchema } from '../../../callout-service/src/canonical/bill.ts';
import { companySchema } from '../../../callout-service/src/canonical/company.ts';
import { contactSchema } from '../../../callout-service/src/canonical/contact.ts';
import { formatCustomerKey } from '../../../callout-service/src/canonical/customer-key.ts';
import { customerSchema } from '../../../callout-service/src/canonical/customer.ts';
import { inventoryLevelSchema } from '../../../callout-service/src/canonical/inventory-level.ts';
import { itemSchema } from '../../../callout-service/src/canonical/item.ts';
import { priceRecordSchema } from '../../../callout-service/src/canonical/price-record.ts';
import { salespersonSchema } from '../../../callout-service/src/canonical/salesperson.ts';
import { shipToAddressSchema } from '../../../callout-service/src/canonical/ship-to-address.ts';
import { termsSchema } from '../../../callout-service/src/canonical/terms.ts';
import { vendorSchema } from '../../../callout-service/src/canonical/vendor.ts';
import { warehouseSchema } from '../../../callout-service/src/canonical/warehouse.ts';
import { SAGE_TIME_ZONE } from '../../demo/service-environment.ts';
import { countOf, entity, keyText, type EntityPlan } from './entity-plan.ts';

/** What the service is told of the company, since no table of Sage holds it. */
export const COMPANY = {
  companyCode: 'ABC',
  currency: 'USD',
  timeZone: SAGE_TIME_ZONE,
  edition: 'advanced'
} as const;

/** Everything that is not a document. */
export const masterData: readonly EntityPlan[] = [
  entity({
    name: 'company',
    tables: 'SY_Company',
    countSql: null,
    schema: companySchema,
    pages: async function* ({ records }) {
      yield [await records.readCompany(COMPANY)];
    },
    keyOf: ({ companyCode }) => companyCode
  }),
  entity({
    name: 'customers',
    tables: 'AR_Customer',
    countSql: countOf('AR_Customer'),
    schema: customerSchema,
    pages: ({ records }) => records.customers.scan(),
    keyOf: formatCustomerKey
  }),
  entity({
    name: 'contacts',
    tables: 'AR_CustomerContact',
    countSql: countOf('AR_CustomerContact'),
    schema: contactSchema,
    pages: ({ records }) => records.contacts.scan(),
    keyOf: (contact) => keyText(formatCustomerKey(contact), contact.contactCode)
  }),
  entity({
    name: 'ship-to addresses',
    tables: 'SO_ShipToAddress',
    countSql: countOf('SO_ShipToAddress'),
    schema: shipToAddressSchema,
    pages: ({ records }) => records.shipToAddresses.scan(),
    keyOf: (shipTo) => keyText(formatCustomerKey(shipTo), shipTo.shipToCode)
  }),
  entity({
    name: 'salespersons',
    tables: 'AR_Salesperson',
    countSql: countOf('AR_Salesperson'),
    schema: salespersonSchema,
    pages: ({ records }) => records.salespersons.scan(),
    keyOf: ({ salespersonDivisionNo, salespersonNo }) => keyText(salespersonDivisionNo, salespersonNo)
  }),
  entity({
    name: 'terms',
    tables: 'AR_TermsCode',
    countSql: countOf('AR_TermsCode'),
    schema: termsSchema,
    pages: ({ records }) => records.terms.scan(),
    keyOf: ({ termsCode }) => termsCode
  }),
  entity({
    name: 'items',
    tables: 'CI_Item',
    countSql: countOf('CI_Item'),
    schema: itemSchema,
    pages: ({ records }) => records.items.scan(),
    keyOf: ({ itemCode }) => itemCode
  }),
  entity({
    name: 'alias items',
    tables: 'IM_AliasItem',
    countSql: countOf('IM_AliasItem'),
    schema: aliasItemSchema,
    pages: ({ records }) => records.aliasItems.scan(),
    keyOf: ({ aliasItemNo, itemCode }) => keyText(aliasItemNo, itemCode)
  }),
  entity({
    name: 'price records',
    tables: 'IM_PriceCode',
    countSql: countOf('IM_PriceCode'),
    schema: priceRecordSchema,
    pages: ({ records }) => records.priceRecords.scan(),
    keyOf: (price) =>
      keyText(price.record, price.priceCode, price.itemCode, price.customerPriceLevel, price.customerNo)
  }),
  entity({
    name: 'inventory levels',
    tables: 'IM_ItemWarehouse',
    countSql: countOf('IM_ItemWarehouse'),
    schema: inventoryLevelSchema,
    pages: ({ records }) => records.inventoryLevels.scan(),
    keyOf: ({ itemCode, warehouseCode }) => keyText(itemCode, warehouseCode)
  }),
  entity({
    name: 'warehouses',
    tables: 'IM_Warehouse',
    countSql: countOf('IM_Warehouse'),
    schema: warehouseSchema,
    pages: ({ records }) => records.warehouses.scan(),
    keyOf: ({ warehouseCode }) => warehouseCode
  }),
  entity({
    name: 'vendors',
    tables: 'AP_Vendor',
    countSql: countOf('AP_Vendor'),
    schema: vendorSchema,
    pages: ({ records }) => records.vendors.scan(),
    keyOf: ({ apDivisionNo, vendorNo }) => `${apDivisionNo}-${vendorNo}`
  }),
  entity({
    name: 'bills',
    tables: 'AP_OpenInvoice',
    countSql: countOf('AP_OpenInvoice'),
    schema: billSchema,
    pages: ({ records }) => records.bills.scan(),
    keyOf: ({ apDivisionNo, vendorNo, invoiceNo }) => keyText(`${apDivisionNo}-${vendorNo}`, invoiceNo)
  })
];
