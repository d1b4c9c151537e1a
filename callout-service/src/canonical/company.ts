import { z } from 'zod';
import { optionalText } from './optional-text.ts';

/**
 * The company itself. Source: SY_Company in MAS_SYSTEM, which a company's data source may not show; name null then.
 * Currency, edition and time zone come from the service's settings: Sage's core tables do not hold them.
 */
export const companySchema = z
  .object({
    companyCode: z.string(),
    companyName: optionalText,
    currency: z.string(),
    timeZone: z.string(),
    edition: z.enum(['standard', 'advanced', 'premium'])
  })
  .meta({ id: 'Company' });

export type Company = z.infer<typeof companySchema>;
