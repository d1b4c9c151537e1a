import type { EntityField } from '../entities/entity-description.ts';
import type { FieldKind } from '../field-value.ts';
import type { FieldFacts, MappedFields } from './field-facts.ts';
import type { MappingSchemas, SalesforceFieldFacts } from './mapping-schemas.ts';

type Table = MappingSchemas['tables'][number];
type Column = Table['columns'][number];

/**
 * What the fields of both ends take, for merging and checking; made once per run from the schemas that the run begins
 * with. User-defined columns are there under their own names.
 */
export function mappedFields({ entity, tables, salesforce }: MappingSchemas): MappedFields {
  const columns = new Map<string, Column>(
    tables.flatMap(({ name, columns: all }) =>
      all.map((column) => [`${name}.${column.name}`, column] as const)
    )
  );
  const canonical = entity.fields.flatMap((field): [string, FieldFacts][] => {
    const column = field.column === undefined ? undefined : columns.get(field.column);
    return isGone(field, column, tables) ? [] : [[field.name, canonicalFacts(field, column)]];
  });
  const isWritable = entity.fields.some(({ writable }) => writable === 'always');
  const userDefined = tables
    .filter(({ name }) => name === entity.table)
    .flatMap((table) => table.columns.filter((column) => column.userDefined))
    .map((column): [string, FieldFacts] => [column.name, userDefinedFacts(column, isWritable)]);
  return {
    sage: new Map([...canonical, ...userDefined]),
    salesforce: new Map((salesforce?.fields ?? []).map((field) => [field.name, salesforceFacts(field)]))
  };
}

/** A column of a table that was looked at, and has it no more; of others nothing is known. */
function isGone(field: EntityField, column: Column | undefined, tables: readonly Table[]): boolean {
  const [table] = field.column?.split('.') ?? [];
  return column === undefined && tables.some(({ name }) => name === table);
}

function canonicalFacts({ kind, writable, values }: EntityField, column: Column | undefined): FieldFacts {
  // Canonical values are not always the column's own: `active` stands for A, and a moment for a date and a time.
  const own = values === undefined && column !== undefined ? sizeOf(kind, column) : {};
  return { kind, writable, ...(values !== undefined && { values }), ...own };
}

function sizeOf(kind: FieldKind, { kind: columnKind, length, scale = 0 }: Column): Partial<FieldFacts> {
  if (columnKind === 'number') return { precision: length, scale };
  return kind === 'text' || kind === 'code' ? { length } : {};
}

const KINDS = { text: 'text', number: 'decimal', date: 'day', flag: 'flag' } as const;

/** Of records that nobody may write, user-defined columns are not written either. */
function userDefinedFacts(column: Column, isWritable: boolean): FieldFacts {
  const kind = KINDS[column.kind];
  return { kind, writable: isWritable ? 'always' : 'never', ...sizeOf(kind, column) };
}

const SALESFORCE_KINDS: Readonly<Record<string, FieldKind>> = {
  boolean: 'flag',
  date: 'day',
  datetime: 'moment',
  int: 'integer',
  long: 'integer',
  currency: 'decimal',
  double: 'decimal',
  percent: 'decimal',
  picklist: 'code',
  reference: 'reference',
  id: 'reference'
};

function salesforceFacts(field: SalesforceFieldFacts): FieldFacts {
  const kind = SALESFORCE_KINDS[field.type] ?? 'text';
  const number = kind === 'decimal' && field.precision > 0;
  return {
    kind,
    writable: field.updateable ? 'always' : field.createable ? 'when-new' : 'never',
    ...(isTextual(kind) && field.length > 0 && { length: field.length }),
    ...(number && { precision: field.precision, scale: field.scale }),
    ...(field.restrictedPicklist && { values: field.picklistValues })
  };
}

function isTextual(kind: FieldKind): boolean {
  return kind === 'text' || kind === 'code';
}
