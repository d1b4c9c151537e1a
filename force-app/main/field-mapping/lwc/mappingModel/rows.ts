/** Lines as rows of `Field_Mapping__c`, where an admin's draft is kept. */
import ACTIVE from '@salesforce/schema/Field_Mapping__c.Active__c';
import CONFIG from '@salesforce/schema/Field_Mapping__c.Integration_Config__c';
import CONFLICT from '@salesforce/schema/Field_Mapping__c.Conflict_Rule__c';
import DEFAULT_SAGE from '@salesforce/schema/Field_Mapping__c.Default_Sage__c';
import DEFAULT_SALESFORCE from '@salesforce/schema/Field_Mapping__c.Default_Salesforce__c';
import DIRECTION from '@salesforce/schema/Field_Mapping__c.Direction__c';
import EMPTY_SAGE from '@salesforce/schema/Field_Mapping__c.When_Empty_Sage__c';
import EMPTY_SALESFORCE from '@salesforce/schema/Field_Mapping__c.When_Empty_Salesforce__c';
import KEY from '@salesforce/schema/Field_Mapping__c.Map_Key__c';
import OBJECT from '@salesforce/schema/Field_Mapping__c.Object__c';
import ONLY_IF from '@salesforce/schema/Field_Mapping__c.Only_If__c';
import ORDER from '@salesforce/schema/Field_Mapping__c.Sort_Order__c';
import SAGE from '@salesforce/schema/Field_Mapping__c.Sage_Field__c';
import SALESFORCE from '@salesforce/schema/Field_Mapping__c.Salesforce_Field__c';
import SYNC_OBJECT from '@salesforce/schema/Field_Mapping__c.Sync_Object__c';
import TRANSFORMS from '@salesforce/schema/Field_Mapping__c.Transforms__c';
import { JsonFault } from 'c/jsonCheck';
import { readTransform } from './contentJson';
import { listIn, memberOf, parsed } from './json';
import type { ConflictRule, Direction, Line, WhenEmpty } from './line';

/** As the org names the object, namespace and all. */
export const FIELD_MAPPING_OBJECT: string = KEY.objectApiName;

const DIRECTIONS: Readonly<Record<Direction, string>> = {
  'to-salesforce': 'To Salesforce',
  'to-sage': 'To Sage',
  both: 'Both'
};
const RULES: Readonly<Record<ConflictRule, string>> = {
  'sage-wins': 'Sage Wins',
  'salesforce-wins': 'Salesforce Wins',
  newest: 'Newest',
  ask: 'Ask'
};
const WHEN_EMPTY: Readonly<Record<WhenEmpty['do'], string>> = {
  empty: 'Empty',
  keep: 'Keep',
  default: 'Default'
};

/** A line as it is kept. */
export interface SavedLine {
  readonly recordId: string;
  readonly line: Line;
  readonly order: number;
}

/** What a new row needs besides its line. */
export interface RowPlace {
  readonly configId: string;
  readonly syncObjectId: string;
  /** Object of Salesforce, as the pair begins: `Account`. */
  readonly object: string;
}

/** The fields of a row for a line; those of its place only when it is made. */
export function fieldsOfLine(line: Line, order: number): Readonly<Record<string, unknown>> {
  const { toSalesforce, toSage } = line.whenEmpty;
  return {
    [KEY.fieldApiName]: line.id,
    [SALESFORCE.fieldApiName]: line.salesforce.join(', ') || null,
    [SAGE.fieldApiName]: line.sage.join(', ') || null,
    [DIRECTION.fieldApiName]: DIRECTIONS[line.direction],
    [CONFLICT.fieldApiName]: RULES[line.conflict],
    [TRANSFORMS.fieldApiName]: line.transforms.length === 0 ? null : JSON.stringify(line.transforms),
    [EMPTY_SALESFORCE.fieldApiName]: WHEN_EMPTY[toSalesforce.do],
    [EMPTY_SAGE.fieldApiName]: WHEN_EMPTY[toSage.do],
    [DEFAULT_SALESFORCE.fieldApiName]: toSalesforce.value ?? null,
    [DEFAULT_SAGE.fieldApiName]: toSage.value ?? null,
    [ONLY_IF.fieldApiName]: line.onlyIf === undefined ? null : JSON.stringify(line.onlyIf),
    [ORDER.fieldApiName]: order
  };
}

export function fieldsOfPlace({
  configId,
  syncObjectId,
  object
}: RowPlace): Readonly<Record<string, unknown>> {
  return {
    [CONFIG.fieldApiName]: configId,
    [SYNC_OBJECT.fieldApiName]: syncObjectId,
    [OBJECT.fieldApiName]: object,
    [ACTIVE.fieldApiName]: true
  };
}

/** A row of the query, by the names that the package gives. Throws a `JsonFault` for texts that are no JSON. */
export function readSavedLine(node: unknown): SavedLine {
  const value = (name: string): string => {
    const found = memberOf(memberOf(node, name), 'value');
    return typeof found === 'string' ? found.trim() : '';
  };
  const order = memberOf(memberOf(node, 'Sort_Order__c'), 'value');
  const onlyIf = value('Only_If__c');
  return {
    recordId: String(memberOf(node, 'Id')),
    order: typeof order === 'number' ? order : Number.MAX_SAFE_INTEGER,
    line: {
      id: value('Map_Key__c'),
      sage: namesIn(value('Sage_Field__c')),
      salesforce: namesIn(value('Salesforce_Field__c')),
      direction: keyOf(DIRECTIONS, value('Direction__c')),
      conflict: keyOf(RULES, value('Conflict_Rule__c')),
      transforms: transformsIn(value('Transforms__c')),
      whenEmpty: {
        toSalesforce: whenEmptyOf(value('When_Empty_Salesforce__c'), value('Default_Salesforce__c')),
        toSage: whenEmptyOf(value('When_Empty_Sage__c'), value('Default_Sage__c'))
      },
      ...(onlyIf !== '' && { onlyIf: parsed(onlyIf, 'Only_If__c') })
    }
  };
}

function transformsIn(text: string): Line['transforms'] {
  return text === ''
    ? []
    : listIn({ transforms: parsed(text, 'Transforms__c') }, 'transforms', readTransform);
}

function whenEmptyOf(choice: string, value: string): WhenEmpty {
  const what = keyOf(WHEN_EMPTY, choice === '' ? 'Empty' : choice);
  return what === 'default' ? { do: what, value } : { do: what };
}

function namesIn(list: string): readonly string[] {
  return list.split(',').flatMap((name) => (name.trim() === '' ? [] : [name.trim()]));
}

/** The word of a mapping behind what a picklist says. */
export function keyOf<Key extends string>(words: Readonly<Record<Key, string>>, chosen: string): Key {
  for (const key in words) if (words[key] === chosen) return key;
  throw new JsonFault('choice', 'a choice of its picklist');
}
