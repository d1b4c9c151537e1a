import { z } from 'zod';
import type { EntityField } from '../../mapping/entities/entity-description.ts';
import type { FieldValue, FieldValues } from '../../mapping/field-value.ts';
import type { FieldFacts } from '../../mapping/schemas/field-facts.ts';
import { mappedFields } from '../../mapping/schemas/mapped-fields.ts';
import type { MappingSchemas } from '../../mapping/schemas/mapping-schemas.ts';
import type { SageColumn, SageTable } from '../../sage/port/sage-catalogue.ts';
import type { LiveSchemas } from './live-schemas.ts';

/** Fields that the designer draws lines between; what is not known, or is nothing special, is left out. */
export const fieldViewSchema = z
  .object({
    /** As mappings name it: canonical or UDF_ in Sage, API name in Salesforce. */
    name: z.string(),
    label: z.string(),
    kind: z.enum(['text', 'code', 'decimal', 'integer', 'flag', 'day', 'moment', 'reference']),
    /** `udf` in Sage, `custom` in Salesforce, `worked-out` where no column of Sage holds it. */
    origin: z.enum(['standard', 'udf', 'custom', 'worked-out']),
    /** Table and column in Sage. */
    column: z.string().optional(),
    writable: z.enum(['always', 'when-new', 'never']),
    /** A new record needs it, and nothing else fills it. */
    required: z.literal(true).optional(),
    length: z.int().optional(),
    precision: z.int().optional(),
    scale: z.int().optional(),
    /** The only values that it takes: the first ones, where there are many. */
    values: z.array(z.string()).optional(),
    /** What the sample record has; left out where that is nothing, or there is no sample. */
    sample: z.union([z.string(), z.boolean()]).optional()
  })
  .meta({ id: 'MappingField' });
export type FieldView = z.infer<typeof fieldViewSchema>;

/** So that 250 fields fit into one text answer. */
const MOST_VALUES = 12;
const SAMPLE_LENGTH = 60;

/** Fields of Sage that mappings can name, in the order of the entity, then user-defined ones. */
export function sageFieldViews(schemas: LiveSchemas): readonly FieldView[] {
  const described = new Map(schemas.entity.fields.map((field) => [field.name, field]));
  const own = schemas.tables.find(({ name }) => name === schemas.entity.table);
  const columns = new Map((own?.columns ?? []).map((column) => [column.name, column]));
  return [...mappedFields(schemas).sage].map(([name, facts]) => {
    const field = described.get(name);
    const naming = field === undefined ? userDefined(own, columns.get(name)) : canonical(field);
    const required = naming.required && !schemas.filled.sage.includes(name);
    return viewOf(name, facts, { ...naming, label: naming.label ?? name, required });
  });
}

function canonical({ label, column, required = false }: EntityField) {
  return column === undefined
    ? { label, origin: 'worked-out' as const, required }
    : { label, origin: 'standard' as const, column, required };
}

/** Its description in Sage is its label, where the data source shows one. */
function userDefined(table: SageTable | undefined, column: SageColumn | undefined) {
  const { name = '', description = '', required = false } = column ?? {};
  const label = description.trim() === '' ? undefined : description.trim();
  return { label, origin: 'udf' as const, column: `${table?.name ?? ''}.${name}`, required };
}

/** Fields of Salesforce's object, standard ones first, each by label; empty where the service does not see the object. */
export function salesforceFieldViews(schemas: MappingSchemas): readonly FieldView[] {
  const facts = mappedFields(schemas).salesforce;
  const views = (schemas.salesforce?.fields ?? []).flatMap((field) => {
    const known = facts.get(field.name);
    if (known === undefined || IN_PARTS.has(field.type)) return [];
    const { name, label } = field;
    const required =
      field.required &&
      field.createable &&
      field.type !== 'boolean' &&
      !schemas.filled.salesforce.includes(name);
    return [viewOf(name, known, { label, origin: name.endsWith('__c') ? 'custom' : 'standard', required })];
  });
  return views.toSorted(
    (one, other) => other.origin.localeCompare(one.origin) || one.label.localeCompare(other.label)
  );
}

/** Their parts are fields of their own. */
const IN_PARTS: ReadonlySet<string> = new Set(['address', 'location', 'complexvalue', 'base64']);

/** Gives fields what a record has of them. */
export function withSample(views: readonly FieldView[], values: FieldValues): readonly FieldView[] {
  return views.map((view) => {
    const value = values[view.name] ?? null;
    return value === null ? view : { ...view, sample: shortened(value) };
  });
}

function shortened(value: NonNullable<FieldValue>): string | boolean {
  if (typeof value === 'boolean' || value.length <= SAMPLE_LENGTH) return value;
  return `${value.slice(0, SAMPLE_LENGTH - 1)}…`;
}

interface Naming {
  readonly label: string;
  readonly origin: FieldView['origin'];
  readonly column?: string;
  readonly required: boolean;
}

function viewOf(name: string, facts: FieldFacts, { required, ...naming }: Naming): FieldView {
  const { kind, writable, length, precision, scale, values } = facts;
  return {
    ...{ name, ...naming, kind, writable },
    ...(required && { required }),
    ...(length !== undefined && { length }),
    ...(precision !== undefined && { precision }),
    ...(scale !== undefined && { scale }),
    ...(values !== undefined && { values: values.slice(0, MOST_VALUES) })
  };
}
