import { z } from 'zod';

/** A text of Sage that may be blank: `''`, blanks and padding all read as null. */
export const optionalText = z.string().nullable();

/** A day that Sage may leave blank; 1753-01-01, 1900-01-01 and days that the calendar lacks read as null. */
export const optionalDay = z.iso.date().nullable();
