import { z } from 'zod';
import { calendarDaySchema } from '../../canonical/calendar-day.ts';
import type { FieldFault } from '../../errors/ledger-bridge-error.ts';
import { settingsFault } from './settings-faults.ts';

const optional = z
  .string()
  .nullish()
  .transform((text) => {
    const trimmed = text?.trim() ?? '';
    return trimmed === '' ? null : trimmed;
  });
const given = z.string('is empty').trim().min(1, 'is empty');
const flag = z
  .boolean()
  .nullish()
  .transform((value) => value ?? false);

function choice<const T extends readonly [string, ...string[]]>(values: T) {
  return z.enum(values, `is none of ${values.join(', ')}`);
}

function children<T extends z.ZodType>(row: T) {
  return z
    .array(row)
    .nullish()
    .transform((rows) => rows ?? []);
}

const valueMapping = z.object({
  Name: optional,
  Kind__c: choice(['Order Status', 'Item Code', 'Terms', 'Warehouse', 'Ship Via']),
  Salesforce_Value__c: given,
  Sage_Value__c: given,
  Preferred__c: flag
});

const fieldMapping = z.object({
  Name: optional,
  Object__c: choice(['Opportunity', 'Order', 'OpportunityLineItem', 'OrderItem', 'Account', 'Contact']),
  Salesforce_Field__c: given.regex(/^[A-Za-z]\w*(\.[A-Za-z]\w*){0,5}$/, 'is no API name of a field'),
  Sage_Field__c: given
});

const currency = given.toUpperCase().regex(/^[A-Z]{3}$/, 'is no code of a currency, as EUR');

const exchangeRate = z.object({
  Name: optional,
  From_Currency__c: currency,
  To_Currency__c: currency,
  Rate__c: given.regex(/^(?=.*[1-9])\d{1,12}(\.\d{1,18})?$/, 'is no number over zero'),
  Valid_From__c: calendarDaySchema
});

const configSchema = z.object({
  Id: z.string(),
  Company_Code__c: given,
  Order_Trigger__c: choice(['Opportunity', 'Order', 'Both', 'None']),
  Customer_Match_Keys__c: optional,
  Create_Customers__c: flag,
  Update_Customers__c: flag,
  Send_Contacts__c: flag,
  New_Customer_Division__c: optional,
  New_Customer_Terms__c: optional,
  New_Customer_Tax_Schedule__c: optional,
  New_Customer_Salesperson__c: optional,
  Price_Source__c: choice(['Sage', 'Salesforce']),
  Credit_Reaction__c: choice(['Block', 'Hold', 'Warn']),
  Default_Warehouse__c: optional,
  Currency_Rule__c: choice(['Refuse', 'Convert']),
  Business_Country__c: optional,
  Alert_Addresses__c: optional,
  Value_Mappings__r: children(valueMapping),
  Field_Mappings__r: children(fieldMapping),
  Exchange_Rates__r: children(exchangeRate)
});

/** A configuration as Salesforce has it, each field by itself in order. */
export type ConfigRow = z.infer<typeof configSchema>;

/** The configuration, or every field of it and of its children that cannot be used. */
export function readConfigRow(
  row: unknown
): { readonly row: ConfigRow; readonly faults: readonly [] } | { readonly faults: readonly FieldFault[] } {
  const read = configSchema.safeParse(row);
  if (read.success) return { row: read.data, faults: [] };
  const faults = read.error.issues.map(({ path, message }) => {
    const place = placeOf(row, path.map(String));
    return settingsFault(place, valueAt(row, path), message, 'Correct the field in the Ledger Bridge app.');
  });
  return { faults };
}

const OBJECTS: Readonly<Record<string, string>> = {
  Value_Mappings__r: 'Value_Mapping__c',
  Field_Mappings__r: 'Field_Mapping__c',
  Exchange_Rates__r: 'Exchange_Rate__c'
};

/** `Order_Trigger__c`, or with the record for a child: `Exchange_Rate__c R-0001 Rate__c`. */
function placeOf(row: unknown, path: readonly string[]): string {
  const [list = '', index = '', field = ''] = path;
  const object = OBJECTS[list];
  if (object === undefined) return list;
  const name = valueAt(row, [list, index, 'Name']);
  return `${object} ${typeof name === 'string' ? name : index} ${field}`.trim();
}

function valueAt(row: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, name) => (typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined),
    row
  );
}
