/**
 * Key prefixes of the objects that this service writes to. Source: Object Reference for the Salesforce Platform, the first
 * three characters of a record's id.
 */
const OBJECTS: Readonly<Record<string, 'Account' | 'Opportunity' | 'Order'>> = {
  '001': 'Account',
  '006': 'Opportunity',
  '801': 'Order'
};

/** The object of a record, by its id; undefined for any that this service does not deal with. */
export function objectOf(recordId: string): 'Account' | 'Opportunity' | 'Order' | undefined {
  const prefix = recordId.slice(0, 3);
  return Object.hasOwn(OBJECTS, prefix) ? OBJECTS[prefix] : undefined;
}
