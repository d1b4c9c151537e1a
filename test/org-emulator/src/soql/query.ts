import type { Query } from '@jetstreamapp/soql-parser-js';
import type { UserAccess } from '../access/user-access.ts';
import type { Clock } from '../clock.ts';
import type { Database } from '../data/database.ts';
import type { RecordValues } from '../schema/field.ts';
import type { Schema } from '../schema/schema.ts';
import type { Criterion } from './condition.ts';
import type { FieldPath } from './field-path.ts';
import { compileOrderBy } from './order-by.ts';
import { parseSoql } from './parse.ts';
import { noSuchObject } from './query-error.ts';
import type { QueryContext } from './query-context.ts';
import { compileSelect } from './select.ts';
import { compileWhere } from './where.ts';

/** A query's answer: the records in order with the paths selected of each; `count()` has no records. */
export interface QueryResult {
  readonly context: QueryContext;
  readonly totalSize: number;
  readonly paths: readonly FieldPath[];
  readonly records: readonly RecordValues[];
}

/** Runs SOQL over the org's records, with the access of the user who asks. */
export class SoqlEngine {
  readonly #schema: Schema;
  readonly #database: Database;
  readonly #clock: Clock;

  constructor(schema: Schema, database: Database, clock: Clock) {
    this.#schema = schema;
    this.#database = database;
    this.#clock = clock;
  }

  /** Runs a query; `includeDeleted` is queryAll. Throws SalesforceError as Salesforce words it. */
  run(soql: string, access: UserAccess, options: { includeDeleted?: boolean } = {}): QueryResult {
    const query = parseSoql(soql);
    const context = this.#contextOf(soql, query, access);
    const selection = compileSelect(context, query);
    const criterion = compileWhere(context, query.where);
    const sort = compileOrderBy(context, query.orderBy);
    const found = this.#candidates(context, criterion, options.includeDeleted ?? false).filter(
      criterion.test
    );
    if (selection.kind === 'count') return { context, totalSize: found.length, paths: [], records: [] };
    const from = query.offset ?? 0;
    const records = sort(found).slice(from, query.limit === undefined ? undefined : from + query.limit);
    return { context, totalSize: records.length, paths: selection.paths, records };
  }

  #contextOf(soql: string, query: Query, access: UserAccess): QueryContext {
    const object = this.#schema.object(query.sObject ?? '');
    if (!object || !access.can('read', object)) throw noSuchObject(soql, query.sObject ?? '');
    return {
      soql,
      schema: this.#schema,
      database: this.#database,
      clock: this.#clock,
      access,
      object,
      alias: query.sObjectAlias
    };
  }

  /** Records that an index gives for the criterion, or all of the table. */
  #candidates(context: QueryContext, criterion: Criterion, includeDeleted: boolean): RecordValues[] {
    const table = this.#database.table(context.object);
    if (includeDeleted) return table.all();
    const { lookup } = criterion;
    const found = lookup?.values.map((value) => table.findByIndex(lookup.field, value));
    const indexed = found?.every((records) => records !== undefined);
    if (found && indexed) return [...new Set(found.flat())];
    return table.all().filter((record) => record.IsDeleted !== true);
  }
}
