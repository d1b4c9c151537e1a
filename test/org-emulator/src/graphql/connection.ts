import { z } from 'zod';
import type { UserAccess } from '../access/user-access.ts';
import { SalesforceError } from '../errors/salesforce-error.ts';
import type { Org } from '../org.ts';
import type { RecordValues } from '../schema/field.ts';
import type { ObjectDefinition } from '../schema/object.ts';
import { GraphqlFault, undefinedField } from './graphql-fault.ts';
import { nodeOf } from './node.ts';
import type { SelectedField } from './selection.ts';
import { whereClause } from './where-clause.ts';

/** Who asks. */
export interface GraphqlCall {
  readonly org: Org;
  readonly access: UserAccess;
}

const orderSchema = z.record(
  z.string(),
  z.object({
    order: z.enum(['ASC', 'DESC']).default('ASC'),
    nulls: z.enum(['FIRST', 'LAST']).default('FIRST')
  })
);
const argumentsSchema = z.object({
  first: z.number().int().min(0).max(2000).nullish(),
  after: z.string().nullish(),
  upperBound: z.number().int().min(200).max(2000).nullish(),
  where: z.unknown().optional(),
  orderBy: orderSchema.or(z.array(orderSchema)).nullish(),
  scope: z.enum(['MINE', 'EVERYTHING']).nullish()
});

/** What a connection gives when nothing is said (GraphQL API Developer Guide, "Paginate Results"). */
const usualPage = 10;
const usualBound = 2000;

/** A connection: the records of an object that match the arguments, page by page, in the shape that was selected. */
export function connectionOf(
  call: GraphqlCall,
  object: ObjectDefinition,
  field: SelectedField,
  path: readonly string[],
  condition = ''
): Record<string, unknown> {
  const given = argumentsSchema.safeParse(field.arguments);
  if (!given.success)
    throw new GraphqlFault('ValidationError', z.prettifyError(given.error), path, field.locations);
  const records = findRecords(call, object, given.data, condition, path);
  const from = given.data.after ? Number(Buffer.from(given.data.after, 'base64url').toString()) : 0;
  const page = records.slice(from, from + (given.data.first ?? usualPage));
  return shape(call, object, field, path, { records, from, page });
}

function findRecords(
  { org, access }: GraphqlCall,
  object: ObjectDefinition,
  given: z.infer<typeof argumentsSchema>,
  condition: string,
  path: readonly string[]
): readonly RecordValues[] {
  const conditions = [condition, whereClause(org.schema, object, given.where)].filter((each) => each !== '');
  const orders = [given.orderBy ?? []]
    .flat()
    .flatMap((each) =>
      Object.entries(each).map(([name, { order, nulls }]) => `${name} ${order} NULLS ${nulls}`)
    );
  const soql = [
    `SELECT Id FROM ${object.name}`,
    given.scope === 'MINE' ? 'USING SCOPE mine' : '',
    conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`,
    orders.length === 0 ? '' : `ORDER BY ${orders.join(', ')}`,
    `LIMIT ${given.upperBound ?? usualBound}`
  ];
  try {
    return org.soql.run(soql.filter((part) => part !== '').join(' '), access).records;
  } catch (error) {
    if (error instanceof SalesforceError)
      throw new GraphqlFault('DataFetchingException', error.message, path);
    throw error;
  }
}

interface Page {
  readonly records: readonly RecordValues[];
  readonly from: number;
  readonly page: readonly RecordValues[];
}

function shape(
  call: GraphqlCall,
  object: ObjectDefinition,
  field: SelectedField,
  path: readonly string[],
  { records, from, page }: Page
): Record<string, unknown> {
  const cursor = (index: number) => Buffer.from(String(from + index + 1)).toString('base64url');
  const edge = (record: RecordValues, index: number, selected: SelectedField) =>
    selectFrom(selected, path, `${object.name}Edge`, {
      cursor: () => cursor(index),
      node: (node) => nodeOf(call, object, record, node, [...path, 'edges', 'node'])
    });
  return selectFrom(field, path, `${object.name}Connection`, {
    edges: (edges) => page.map((record, index) => edge(record, index, edges)),
    totalCount: () => records.length,
    pageResultCount: () => page.length,
    pageInfo: (info) =>
      selectFrom(info, path, 'PageInfo', {
        hasNextPage: () => from + page.length < records.length,
        hasPreviousPage: () => from > 0,
        startCursor: () => (page.length === 0 ? null : cursor(0)),
        endCursor: () => (page.length === 0 ? null : cursor(page.length - 1))
      })
  });
}

/** Answers the selected fields of a type from its resolvers. Throws for a field that the type does not have. */
export function selectFrom(
  field: SelectedField,
  path: readonly string[],
  type: string,
  resolvers: Readonly<Record<string, (selected: SelectedField) => unknown>>
): Record<string, unknown> {
  const entries = field.fields.map((selected) => {
    if (selected.name === '__typename') return [selected.key, type] as const;
    const resolve = Object.hasOwn(resolvers, selected.name) ? resolvers[selected.name] : undefined;
    if (!resolve) throw undefinedField(selected.name, type, [...path, selected.name], selected.locations);
    return [selected.key, resolve(selected)] as const;
  });
  return Object.fromEntries(entries);
}
