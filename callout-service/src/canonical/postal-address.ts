import { z } from 'zod';
import { optionalText } from './optional-text.ts';

/** An address in Sage's shape: AddressLine1..3, City, State, ZipCode, CountryCode, under whatever prefix a table has. */
export const postalAddressSchema = z
  .object({
    addressLine1: optionalText,
    addressLine2: optionalText,
    addressLine3: optionalText,
    city: optionalText,
    /** Two characters: a state or province code. */
    state: optionalText,
    zipCode: optionalText,
    /** Three characters; which code a site keeps here is its own choice, mostly ISO 3166 alpha-3. */
    countryCode: optionalText
  })
  .meta({ id: 'PostalAddress' });

export type PostalAddress = z.infer<typeof postalAddressSchema>;
