/**
 * One value between both systems: text; a decimal number as plain text; a day as `YYYY-MM-DD`; a moment as ISO 8601 in UTC;
 * a flag as true or false; empty as null, never as an empty text.
 */
export type FieldValue = string | boolean | null;

/** The values of one record by field name, as `address.city`, `UDF_REGION`, or `BillingStreet`. */
export type FieldValues = Readonly<Record<string, FieldValue>>;

/** What kind of value a field holds. `code` is text of a closed list, as a picklist or a Sage code. */
export type FieldKind = 'text' | 'code' | 'decimal' | 'integer' | 'flag' | 'day' | 'moment' | 'reference';
