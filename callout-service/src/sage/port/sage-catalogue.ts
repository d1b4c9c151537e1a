import { z } from 'zod';

const sageColumnSchema = z
  .object({
    name: z.string(),
    /** `flag` is a text of one character that holds Y or N, as CM_UDF or the file layouts say. */
    kind: z.enum(['text', 'number', 'date', 'flag']),
    /** Characters of a text, or digits in all of a number; absent on dates. */
    length: z.int().optional(),
    /** Digits after the point of a number. */
    scale: z.int().optional(),
    userDefined: z.boolean(),
    /** From CM_UDF, where the data source shows it. */
    description: z.string().optional(),
    /** Whether Sage refuses a record without it, as far as CM_UDF tells. */
    required: z.boolean()
  })
  .meta({ id: 'SageColumn' });

/** A table as the data source shows it at this moment. */
export const sageTableSchema = z
  .object({ name: z.string(), key: z.array(z.string()), columns: z.array(sageColumnSchema) })
  .meta({ id: 'SageTable' });

export type SageColumn = z.infer<typeof sageColumnSchema>;
export type SageTable = z.infer<typeof sageTableSchema>;

/** Describes tables for people who map fields. */
export interface SageCatalogue {
  /** Names of the tables that this service reads and the data source shows. */
  tableNames(): Promise<readonly string[]>;
  /** Undefined for a table that is not among `tableNames`. Kept for some minutes; rejects with LB3xx. */
  describe(table: string): Promise<SageTable | undefined>;
}
