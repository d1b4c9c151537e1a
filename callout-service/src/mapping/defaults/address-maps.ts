import type { ConflictRule, FieldMap } from '../mapping-content.ts';
import type { Transform } from '../transforms/transform.ts';
import { bothWays, fromSage } from './field-maps.ts';

/** Sage keeps ISO 3166 alpha-3 with most sites; Salesforce's text fields, and the labels of its picklists, are names. */
const stateAndCountry: readonly Transform[] = [
  { kind: 'state', salesforce: 'name', countryAt: 1 },
  { kind: 'country', sage: 'iso3', salesforce: 'name', at: 1 }
];

/**
 * An address with the field maps `…street`, `…city`, `…state`, `…zip-code`: by Sage's name of it (`address`, `billTo`) and
 * the prefix of the standard address of Salesforce (`Billing`, `Mailing`).
 */
export function addressBothWays(sage: string, salesforce: string, conflict: ConflictRule): FieldMap[] {
  return [
    bothWays('street', linesOf(sage), `${salesforce}Street`, conflict, { kind: 'street-lines' }),
    bothWays('city', `${sage}.city`, `${salesforce}City`, conflict),
    bothWays(
      'state-country',
      [`${sage}.state`, `${sage}.countryCode`],
      [`${salesforce}State`, `${salesforce}Country`],
      conflict,
      ...stateAndCountry
    ),
    bothWays('postal-code', `${sage}.zipCode`, `${salesforce}PostalCode`, conflict)
  ];
}

/** An address as a mirror shows it, in Sage's own codes: `billTo` → `Bill_To_Street__c` … under the prefix `Bill_To_`. */
export function mirroredAddress(sage: string, prefix: string): FieldMap[] {
  const id = sage.replace(/([a-z])([A-Z])/g, '$1-$2').toLowerCase();
  return [
    fromSage(`${id}-street`, linesOf(sage), `${prefix}Street__c`, { kind: 'street-lines' }),
    fromSage(`${id}-city`, `${sage}.city`, `${prefix}City__c`),
    fromSage(`${id}-state`, `${sage}.state`, `${prefix}State__c`),
    fromSage(`${id}-zip-code`, `${sage}.zipCode`, `${prefix}Zip_Code__c`),
    fromSage(`${id}-country-code`, `${sage}.countryCode`, `${prefix}Country_Code__c`)
  ];
}

function linesOf(sage: string): string[] {
  return [1, 2, 3].map((line) => `${sage}.addressLine${line}`);
}
