import type { FieldDefinition } from '../schema/field.ts';
import { isNumeric } from '../schema/field.ts';
import type { QueryResult } from '../soql/query.ts';
import type { Column } from '../soql/select.ts';

/** Answer to `columns=true`, which the sf command line reads before it prints a table. */
export function columnMetadata(result: QueryResult): Record<string, unknown>[] {
  if (result.groupColumns.length > 0) {
    return result.groupColumns.map(({ name, field }) => describeColumn(name, field, true));
  }
  return result.columns.map((column) => columnOf(result, column));
}

function columnOf({ context }: QueryResult, column: Column): Record<string, unknown> {
  switch (column.kind) {
    case 'field': {
      const { steps, field } = column.path;
      const names = [...steps.map(({ lookup }) => lookup.relationshipName ?? lookup.name), field.name];
      return describeColumn(names.join('.'), field, false);
    }
    case 'function':
      return describeColumn(column.name, column.expression.field, false);
    default:
      return {
        ...describeColumn(column.name, context.object.nameField, false),
        columnName: column.name,
        apexType: null,
        joinColumns: column.kind === 'children' ? childColumns(column.subquery.fields ?? []) : []
      };
  }
}

function childColumns(fields: readonly { type: string; field?: unknown }[]): Record<string, unknown>[] {
  return fields.map(({ field }) => describeColumn(typeof field === 'string' ? field : '', undefined, false));
}

function describeColumn(
  columnName: string,
  field: FieldDefinition | undefined,
  aggregate: boolean
): Record<string, unknown> {
  const isNumber = field !== undefined && isNumeric(field.type);
  return {
    aggregate,
    apexType: field?.type ?? null,
    booleanType: field?.type === 'boolean',
    columnName,
    custom: field?.custom ?? false,
    displayName: columnName,
    foreignKeyName: field?.type === 'reference' ? field.relationshipName : null,
    insertable: field?.createable ?? false,
    joinColumns: [],
    numberType: isNumber,
    textType: !isNumber && field?.type !== 'boolean',
    updatable: field?.updateable ?? false
  };
}
