import { z } from 'zod';

/**
 * Values for UDF_ columns by their full names: text as it is, a number as a decimal string, a date as `YYYY-MM-DD`, a flag
 * as `Y` or `N`. Whether the column exists and takes the value is checked against the live catalogue. Null empties it.
 */
export const userDefinedValuesSchema = z.record(z.string(), z.string().nullable());
