import { z } from 'zod';

/** A repeatable XML element: absent, one, or an array of them, read as an array. */
export function oneOrMany<T extends z.ZodType>(element: T) {
  return z
    .union([z.array(element), element])
    .optional()
    .transform((value): z.output<T>[] => (value === undefined ? [] : Array.isArray(value) ? value : [value]));
}
