import { z } from 'zod';
import type { FieldFault } from '../../errors/ledger-bridge-error.ts';
import { mappingContentSchema, type MappingContent } from '../../mapping/mapping-content.ts';

/** A mapping as an admin draws it, or everything by which it is none yet. */
export type Draft =
  | { readonly content: MappingContent; readonly faults: readonly [] }
  | { readonly content: undefined; readonly faults: readonly FieldFault[] };

const text = z
  .string()
  .nullish()
  .transform((value) => (value?.trim() ?? '') || null);
const flag = z
  .boolean()
  .nullish()
  .transform((value) => value ?? false);

const directions = { 'To Salesforce': 'to-salesforce', 'To Sage': 'to-sage', Both: 'both' };
const conflicts = {
  'Sage Wins': 'sage-wins',
  'Salesforce Wins': 'salesforce-wins',
  Newest: 'newest',
  Ask: 'ask'
};
const emptied = { Empty: 'empty', Keep: 'keep', Default: 'default' };

const fieldRowSchema = z.object({
  Map_Key__c: text,
  Object__c: text,
  Salesforce_Field__c: text,
  Sage_Field__c: text,
  Direction__c: text,
  Transforms__c: text,
  Conflict_Rule__c: text,
  When_Empty_Salesforce__c: text,
  When_Empty_Sage__c: text,
  Default_Salesforce__c: text,
  Default_Sage__c: text,
  Only_If__c: text
});
type FieldRow = z.infer<typeof fieldRowSchema>;

const draftRowSchema = z.object({
  Object_Pair__c: z.string(),
  Direction__c: text,
  Master__c: text,
  Create_In_Salesforce__c: flag,
  Create_In_Sage__c: flag,
  Sage_Filter__c: text,
  Salesforce_Filter__c: text,
  Match_Keys__c: text,
  Field_Mappings__r: z
    .array(fieldRowSchema)
    .nullish()
    .transform((rows) => rows ?? [])
});

/**
 * The draft of a `Sync_Object__c` with its field mappings. Where the admin has drawn no fields or match keys of his own,
 * those of the mapping in force stay, so that direction, master and filters can be changed alone.
 */
export function draftOfRecords(row: unknown, inForce: MappingContent): Draft {
  const { Object_Pair__c: object, Field_Mappings__r: rows, ...head } = draftRowSchema.parse(row);
  // Rows of lines belong to another mapping.
  const own = rows.filter(({ Object__c }) => object.startsWith(`${Object__c ?? ''}-`));
  const drawn = {
    object,
    direction: valueOf(directions, head.Direction__c),
    master: head.Master__c?.toLowerCase(),
    create: { inSalesforce: head.Create_In_Salesforce__c, inSage: head.Create_In_Sage__c },
    filter: {
      sage: jsonOf(head.Sage_Filter__c) ?? [],
      salesforce: jsonOf(head.Salesforce_Filter__c) ?? []
    },
    matchKeys: jsonOf(head.Match_Keys__c) ?? inForce.matchKeys,
    fields: own.length === 0 ? inForce.fields : own.map(fieldOf)
  };
  const read = mappingContentSchema.safeParse(drawn);
  const faults = [...(read.success ? [] : faultsOf(read.error, own)), ...doubles(own)];
  return read.success && faults.length === 0
    ? { content: read.data, faults: [] }
    : { content: undefined, faults };
}

function fieldOf(row: FieldRow) {
  return {
    id: row.Map_Key__c,
    sage: namesOf(row.Sage_Field__c),
    salesforce: namesOf(row.Salesforce_Field__c),
    direction: valueOf(directions, row.Direction__c),
    transforms: jsonOf(row.Transforms__c) ?? [],
    conflict: valueOf(conflicts, row.Conflict_Rule__c),
    whenEmpty: {
      toSalesforce: whenEmptyOf(row.When_Empty_Salesforce__c, row.Default_Salesforce__c),
      toSage: whenEmptyOf(row.When_Empty_Sage__c, row.Default_Sage__c)
    },
    ...(row.Only_If__c !== null && { onlyIf: jsonOf(row.Only_If__c) })
  };
}

function whenEmptyOf(choice: string | null, value: string | null) {
  const chosen = valueOf(emptied, choice ?? 'Empty');
  return chosen === 'default' ? { do: chosen, value } : { do: chosen };
}

/** What a picklist says in the words of a mapping; what it does not know is left for the check to name. */
function valueOf(words: Readonly<Record<string, string>>, chosen: string | null): string | null {
  if (chosen === null) return null;
  return Object.hasOwn(words, chosen) ? (words[chosen] ?? chosen) : chosen;
}

function namesOf(list: string | null): readonly string[] {
  return (list ?? '').split(',').flatMap((name) => name.trim() || []);
}

/** Text that is no JSON stays text: the check says that it is no list. */
function jsonOf(json: string | null): unknown {
  if (json === null) return undefined;
  try {
    return JSON.parse(json);
  } catch {
    return json;
  }
}

function faultsOf({ issues }: z.ZodError, rows: readonly FieldRow[]): readonly FieldFault[] {
  return issues.map(({ path, message }) => {
    const [first, index, ...rest] = path;
    const row = first === 'fields' && typeof index === 'number' ? rows[index] : undefined;
    const place = row === undefined ? path.join('.') : `${row.Map_Key__c ?? ''} ${rest.join('.')}`.trim();
    return fault(place, `${message}.`, 'Correct it in the mapping designer, or in the record.');
  });
}

function doubles(rows: readonly FieldRow[]): readonly FieldFault[] {
  const keys = rows.map(({ Map_Key__c }) => Map_Key__c ?? '');
  return keys
    .filter((key, index) => keys.indexOf(key) !== index)
    .map((key) => fault(key, 'There are two rows of this name.', 'Name one of them otherwise.'));
}

function fault(field: string, problem: string, fix: string): FieldFault {
  return { code: 'LB785', field, value: '', problem, fix };
}
