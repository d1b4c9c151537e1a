import { z } from 'zod';

/**
 * When Sage created and last changed a record, as UTC moments. Sources: DateCreated, TimeCreated, DateUpdated,
 * TimeUpdated; the times are decimal hours in the Sage server's own zone. Null where Sage left them blank.
 */
export const recordStampsSchema = z
  .object({ createdAt: z.iso.datetime().nullable(), updatedAt: z.iso.datetime().nullable() })
  .meta({ id: 'RecordStamps' });

export type RecordStamps = z.infer<typeof recordStampsSchema>;

/**
 * The UDF_ columns of a record by their full names, as the live catalogue types them: text, an exact decimal string,
 * or a day. Blank is null. Source: Sage keeps a user-defined field as a physical column of the table.
 */
export const userDefinedFieldsSchema = z.record(z.string().startsWith('UDF_'), z.string().nullable());

export type UserDefinedFields = z.infer<typeof userDefinedFieldsSchema>;
