import type { FieldType as SelectedField, FunctionExp, Query } from '@jetstreamapp/soql-parser-js';
import { SalesforceError } from '../errors/salesforce-error.ts';
import type { RecordValues } from '../schema/field.ts';
import { field as makeField } from '../schema/field-builders.ts';
import { aggregateExpression, type Group, isAggregate } from './aggregates.ts';
import type { ClauseSetting } from './condition.ts';
import { type Expression, parameterName, type Resolver, textOfCall } from './expression.ts';
import { compileGrouping, type Grouping } from './grouping.ts';
import { compileOrderBy } from './order-by.ts';
import { malformedQuery } from './query-error.ts';
import type { QueryContext } from './query-context.ts';
import { compileWhere } from './where.ts';

/** A column of an aggregate query: the name in the answer, and its value for a group. */
export interface GroupColumn extends Expression<Group> {
  readonly name: string;
}

/** A compiled aggregate query: what becomes of the records that its WHERE found. */
export interface GroupQuery {
  readonly columns: readonly GroupColumn[];
  readonly rowsOf: (records: readonly RecordValues[]) => Group[];
}

/** An aggregate query cannot be read on with queryMore (SOQL and SOSL Reference, "GROUP BY, Considerations"). */
const mostRows = 2000;

/** Whether a query answers groups instead of records. */
export function isGroupQuery(query: Query): boolean {
  const aggregates = (query.fields ?? []).filter(
    (field) => field.type === 'FieldFunctionExpression' && isAggregate(field)
  );
  return query.groupBy !== undefined || aggregates.length > 0;
}

/** Compiles SELECT, GROUP BY, HAVING and ORDER BY of an aggregate query. */
export function compileGroupQuery(
  context: QueryContext,
  query: Query,
  semiJoin: ClauseSetting<Group>['semiJoin']
): GroupQuery {
  const grouping = compileGrouping(context, query.groupBy);
  const resolver = groupResolver(context, grouping, query.fields ?? []);
  const columns = compileColumns(resolver, query.fields ?? []);
  const having = compileWhere({ context, resolver, semiJoin }, query.having);
  const sort = compileOrderBy(resolver, query.orderBy);
  return {
    columns,
    rowsOf: (records) => {
      const rows = sort(grouping.divide(records).filter(having.test));
      const from = query.offset ?? 0;
      const chosen = rows.slice(from, query.limit === undefined ? undefined : from + query.limit);
      if (chosen.length > mostRows) {
        const message =
          'Aggregate query does not support queryMore(), use LIMIT to restrict the results to a single batch';
        throw new SalesforceError(400, 'EXCEEDED_ID_LIMIT', message);
      }
      return chosen;
    }
  };
}

function compileColumns(resolver: Resolver<Group>, fields: readonly SelectedField[]): GroupColumn[] {
  let unnamed = 0;
  return fields.map((field): GroupColumn => {
    switch (field.type) {
      case 'Field':
        return { name: field.alias ?? field.field, ...resolver.field(field.field) };
      case 'FieldRelationship': {
        const name = 'alias' in field ? field.alias : field.field;
        return { name, ...resolver.field([...field.relationships, field.field].join('.')) };
      }
      case 'FieldFunctionExpression': {
        const name = field.alias ?? `expr${unnamed++}`;
        return { name, ...resolver.function(field) };
      }
      default:
        throw malformedQuery('Subqueries and TYPEOF cannot stand in a grouped query');
    }
  });
}

/** In a grouped query a name is a grouped field, or the alias of a column. */
function groupResolver(
  context: QueryContext,
  grouping: Grouping,
  fields: readonly SelectedField[]
): Resolver<Group> {
  const resolver: Resolver<Group> = {
    field: (name) => {
      const aliased = fields.find((field) => aliasOf(field) === name.toLowerCase());
      if (aliased?.type === 'FieldFunctionExpression') return resolver.function(aliased);
      const text = aliased?.type === 'Field' ? aliased.field : name;
      return keyExpression(context, grouping, text);
    },
    function: (call) => {
      if (isAggregate(call)) return aggregateExpression(context, call);
      if (/^grouping$/i.test(call.functionName ?? '')) return groupingExpression(call);
      return keyExpression(context, grouping, textOfCall(call));
    }
  };
  return resolver;
}

function aliasOf(field: SelectedField): string | undefined {
  return 'alias' in field && typeof field.alias === 'string' ? field.alias.toLowerCase() : undefined;
}

function keyExpression(context: QueryContext, grouping: Grouping, name: string): Expression<Group> {
  const ownName = name.replace(new RegExp(`^(?:${context.alias ?? context.object.name})\\.`, 'i'), '');
  const key = grouping.keys.find(({ text }) => [name, ownName].some((each) => each.toLowerCase() === text));
  if (!key) throw malformedQuery(`Field must be grouped or aggregated: ${name}`);
  return { field: key.field, valueOf: ({ keys }) => keys.get(key.text) ?? null };
}

/** GROUPING(field): 1 in the rows of a ROLLUP or CUBE that sum over the field. */
function groupingExpression(call: FunctionExp): Expression<Group> {
  const name = parameterName(call).toLowerCase();
  return {
    field: makeField(textOfCall(call), textOfCall(call), 'int'),
    valueOf: ({ subtotalOf }) => (subtotalOf.has(name) ? 1 : 0)
  };
}
