import type { FieldType as SelectedField, FieldTypeOf, Query, Subquery } from '@jetstreamapp/soql-parser-js';
import { notSupported } from '../errors/salesforce-error.ts';
import type { RecordValues } from '../schema/field.ts';
import type { ObjectDefinition } from '../schema/object.ts';
import type { Expression } from './expression.ts';
import { type FieldPath, resolvePath } from './field-path.ts';
import { malformedQuery, noSuchRelationship } from './query-error.ts';
import { recordResolver } from './record-expressions.ts';
import type { QueryContext } from './query-context.ts';

/** A column of an answer, in the order of the SELECT clause. */
export type Column =
  | { readonly kind: 'field'; readonly path: FieldPath }
  /** A function of a field, under its alias or made-up name. */
  | { readonly kind: 'function'; readonly name: string; readonly expression: Expression<RecordValues> }
  /** Records that belong to this one, by the name of the child relationship. */
  | { readonly kind: 'children'; readonly name: string; readonly subquery: Subquery }
  /** Fields of the record a lookup leads to, chosen by that record's object. */
  | {
      readonly kind: 'typeof';
      readonly name: string;
      readonly fieldsOf: (target: ObjectDefinition) => readonly string[];
    };

const fieldSets = /^(ALL|CUSTOM|STANDARD)$/i;

/** The SOQL FIELDS functions need a LIMIT of at most this (SOQL and SOSL Reference, "FIELDS()"). */
const mostRowsOfAllFields = 200;

/** Compiles the SELECT clause under the user's field access. */
export function compileSelect(context: QueryContext, query: Query | Subquery): Column[] {
  const columns = (query.fields ?? []).flatMap((field) => compileColumn(context, query, field));
  if (columns.length === 0) throw malformedQuery('unexpected token: FROM');
  return columns;
}

/** The fields among the columns. */
export function pathsOf(columns: readonly Column[]): FieldPath[] {
  return columns.flatMap((column) => (column.kind === 'field' ? [column.path] : []));
}

function compileColumn(context: QueryContext, query: Query | Subquery, field: SelectedField): Column[] {
  switch (field.type) {
    case 'Field':
      if (field.alias !== undefined) throw malformedQuery('only aggregate expressions use field aliasing');
      return [{ kind: 'field', path: resolvePath(context, field.field) }];
    case 'FieldRelationship':
      return [{ kind: 'field', path: resolvePath(context, [...field.relationships, field.field].join('.')) }];
    case 'FieldSubquery':
      return [{ kind: 'children', name: field.subquery.relationshipName, subquery: field.subquery }];
    case 'FieldTypeof':
      return [typeofColumn(context, field)];
    case 'FieldFunctionExpression': {
      const [set] = field.parameters;
      if (/^fields$/i.test(field.functionName) && typeof set === 'string')
        return fieldSet(context, query, set);
      const expression = recordResolver(context).function(field);
      return [{ kind: 'function', name: field.alias ?? functionColumnName(field.parameters), expression }];
    }
  }
}

/** `toLabel(Type)` without an alias is answered as `Type`. */
function functionColumnName(parameters: readonly unknown[]): string {
  const [first] = parameters;
  return typeof first === 'string' ? first : 'expr0';
}

function fieldSet(context: QueryContext, query: Query | Subquery, set: string): Column[] {
  if (!fieldSets.test(set)) throw malformedQuery(`Unknown parameter of FIELDS: ${set}`);
  const isLimited = query.limit !== undefined && query.limit <= mostRowsOfAllFields;
  if (!/^standard$/i.test(set) && !isLimited) {
    throw malformedQuery(`The SOQL FIELDS function must have a LIMIT of at most ${mostRowsOfAllFields}`);
  }
  return context.object.fields
    .filter((field) => /^all$/i.test(set) || field.custom === /^custom$/i.test(set))
    .filter((field) => context.access.canReadField(context.object, field))
    .map(({ name }) => ({ kind: 'field', path: resolvePath(context, name) }));
}

function typeofColumn(context: QueryContext, field: FieldTypeOf): Column {
  const lookup = context.object.relationship(field.field);
  if (!lookup) throw noSuchRelationship(context.soql, field.field, context.object.name);
  for (const { objectType } of field.conditions) {
    if (objectType !== undefined && !lookup.referenceTo.includes(objectType)) {
      throw notSupported(`TYPEOF ${field.field} WHEN ${objectType}`);
    }
  }
  return {
    kind: 'typeof',
    name: field.field,
    fieldsOf: (target) =>
      field.conditions.find(({ objectType }) => objectType === target.name)?.fieldList ??
      field.conditions.find(({ type }) => type === 'ELSE')?.fieldList ??
      []
  };
}
