import type { FieldType as SelectedField, Query } from '@jetstreamapp/soql-parser-js';
import { notSupported } from '../errors/salesforce-error.ts';
import { type FieldPath, resolvePath } from './field-path.ts';
import { malformedQuery } from './query-error.ts';
import type { QueryContext } from './query-context.ts';

/** What a query answers: the number of records, or these fields of each. */
export type Selection = { readonly kind: 'count' } | { readonly kind: 'fields'; readonly paths: FieldPath[] };

/** Compiles the SELECT clause under the user's field access. */
export function compileSelect(context: QueryContext, query: Query): Selection {
  const fields = query.fields ?? [];
  if (fields.length === 1 && isCount(fields[0])) return { kind: 'count' };
  const paths = fields.map((field) => resolvePath(context, pathText(field)));
  if (paths.length === 0) throw malformedQuery('unexpected token: FROM');
  return { kind: 'fields', paths };
}

function isCount(field: SelectedField | undefined): boolean {
  return (
    field?.type === 'FieldFunctionExpression' &&
    field.functionName === 'COUNT' &&
    field.parameters.length === 0
  );
}

function pathText(field: SelectedField): string {
  switch (field.type) {
    case 'Field':
      return field.field;
    case 'FieldRelationship':
      return [...field.relationships, field.field].join('.');
    case 'FieldFunctionExpression':
      throw notSupported(`${field.rawValue ?? field.functionName} in SELECT`);
    case 'FieldSubquery':
      throw notSupported('child subqueries in SELECT');
    case 'FieldTypeof':
      throw notSupported('TYPEOF in SELECT');
  }
}
