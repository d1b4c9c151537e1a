import { z } from 'zod';
import { moneySchema } from './money.ts';
import { optionalDay, optionalText } from './optional-text.ts';
import { postalAddressSchema } from './postal-address.ts';
import { rateSchema } from './quantity.ts';
import { recordStampsSchema, userDefinedFieldsSchema } from './record-stamps.ts';
import { salespersonKeySchema } from './salesperson-key.ts';

/** A customer. Source: AR_Customer; natural key ARDivisionNo + CustomerNo, shown as `01-ABF`. */
export const customerSchema = z
  .object({
    arDivisionNo: z.string(),
    customerNo: z.string(),
    customerName: z.string(),
    /** CustomerStatus: A active (also when blank), I inactive, T temporary. */
    status: z.enum(['active', 'inactive', 'temporary']),
    inactiveReasonCode: optionalText,
    address: postalAddressSchema,
    /** ResidentialAddress. */
    residential: z.boolean(),
    telephoneNo: optionalText,
    telephoneExt: optionalText,
    faxNo: optionalText,
    emailAddress: optionalText,
    urlAddress: optionalText,
    /** The key of the customer's first contact in AR_CustomerContact. */
    contactCode: optionalText,
    primaryShipToCode: optionalText,
    shipMethod: optionalText,
    taxSchedule: optionalText,
    taxExemptNo: optionalText,
    termsCode: optionalText,
    salesperson: salespersonKeySchema.nullable(),
    comment: optionalText,
    sortField: optionalText,
    customerType: optionalText,
    priceLevel: optionalText,
    defaultPaymentType: optionalText,
    /** CustomerDiscountRate, per cent of an order. */
    discountRate: rateSchema,
    creditHold: z.boolean(),
    creditLimit: moneySchema,
    currentBalance: moneySchema,
    /** AgingCategory1..4, right as of `lastAgingDate`. */
    agingCategories: z.tuple([moneySchema, moneySchema, moneySchema, moneySchema]),
    openOrderAmount: moneySchema,
    balanceForward: moneySchema,
    /** OpenItemCustomer: N means balance forward. */
    openItem: z.boolean(),
    highestStatementBalance: moneySchema,
    lastPaymentAmount: moneySchema,
    lastPaymentDate: optionalDay,
    lastActivityDate: optionalDay,
    lastStatementDate: optionalDay,
    lastAgingDate: optionalDay,
    dateEstablished: optionalDay,
    averageDaysToPay: z.int(),
    averageDaysOverdue: z.int(),
    userDefinedFields: userDefinedFieldsSchema,
    ...recordStampsSchema.shape
  })
  .meta({ id: 'Customer' });

export type Customer = z.infer<typeof customerSchema>;
