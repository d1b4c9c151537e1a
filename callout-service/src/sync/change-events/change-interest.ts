import type { MappingContent } from '../../mapping/mapping-content.ts';
import type { ObjectPair } from '../pairs/object-pair.ts';
import type { PairName } from '../pairs/pair-names.ts';
import type { SyncObjectsSource } from '../settings/sync-object-settings.ts';

/** A pair that goes to Sage, as far as changes in Salesforce concern it. */
export interface ChangeInterest {
  readonly pair: PairName;
  /** Entity of its links. */
  readonly entity: string;
  readonly salesforceObject: string;
  /** Fields that decide what Sage gets: a change of others alone is passed over. */
  readonly fields: ReadonlySet<string>;
}

/** The pairs that go to Sage now. @throws LedgerBridgeError LB751, LB70x. */
export type ChangeInterests = () => Promise<readonly ChangeInterest[]>;

/** Those that are switched on, and whose mapping in force goes to Sage. */
export function createChangeInterests(
  settings: Pick<SyncObjectsSource, 'active' | 'mapping'>,
  pairs: readonly ObjectPair[]
): ChangeInterests {
  return async () => {
    const active = new Set((await settings.active()).map(({ pair }) => pair));
    const interests: ChangeInterest[] = [];
    for (const pair of pairs) {
      if (!active.has(pair.name) || !pair.directions.includes('to-sage')) continue;
      const { content } = await settings.mapping(pair.name);
      if (content.direction !== 'to-salesforce') interests.push(interestOf(pair, content));
    }
    return interests;
  };
}

function interestOf(pair: ObjectPair, content: MappingContent): ChangeInterest {
  const { name, entity, salesforceObject } = pair;
  return { pair: name, entity, salesforceObject, fields: fieldsOfInterest(pair, content) };
}

/** What the mapping reads on its way to Sage: values, conditions, references, and the key itself. */
export function fieldsOfInterest(
  pair: Pick<ObjectPair, 'keyField' | 'references' | 'saveReferences'>,
  { fields, filter }: Pick<MappingContent, 'fields' | 'filter'>
): ReadonlySet<string> {
  const names = [
    pair.keyField,
    ...[...pair.references, ...(pair.saveReferences ?? [])].map(({ field }) => field),
    ...filter.salesforce.map(({ field }) => field)
  ];
  for (const { direction, salesforce, onlyIf } of fields) {
    if (direction === 'to-salesforce') continue;
    names.push(...salesforce, ...(onlyIf?.toSage ?? []).map(({ field }) => field));
  }
  return new Set(names.map(ownField));
}

/** The record's own field behind a path: of `Owner.Name` it is `OwnerId`, of `Kind__r.Name` `Kind__c`. */
function ownField(name: string): string {
  const [first = '', ...rest] = name.split('.');
  if (rest.length === 0) return first;
  return first.endsWith('__r') ? `${first.slice(0, -1)}c` : `${first}Id`;
}
