import type { Query, Subquery } from '@jetstreamapp/soql-parser-js';
import type { UserAccess } from '../access/user-access.ts';
import type { Clock } from '../clock.ts';
import type { Database } from '../data/database.ts';
import type { RecordReader } from '../data/record-reader.ts';
import { SalesforceError } from '../errors/salesforce-error.ts';
import type { FieldDefinition, FieldValue, RecordValues } from '../schema/field.ts';
import type { ObjectDefinition } from '../schema/object.ts';
import type { Schema } from '../schema/schema.ts';
import type { Group } from './aggregates.ts';
import type { Criterion } from './condition.ts';
import type { FieldPath } from './field-path.ts';
import { compileGroupQuery, type GroupColumn, isGroupQuery } from './group-query.ts';
import { compileOrderBy } from './order-by.ts';
import { parseSoql } from './parse.ts';
import { malformedQuery, noSuchObject, noSuchRelationship } from './query-error.ts';
import { recordResolver } from './record-expressions.ts';
import type { QueryContext } from './query-context.ts';
import { type Column, compileSelect, pathsOf } from './select.ts';
import { compileWhere } from './where.ts';

/** A query's answer: the records in order with the columns selected of each, or groups; `count()` has neither. */
export interface QueryResult {
  readonly context: QueryContext;
  readonly totalSize: number;
  readonly columns: readonly Column[];
  /** The fields among the columns. */
  readonly paths: readonly FieldPath[];
  readonly records: readonly RecordValues[];
  readonly groupColumns: readonly GroupColumn[];
  readonly groups: readonly Group[];
  /** Records of a child relationship that belong to a record, with the access of the same user. */
  readonly childrenOf: (record: RecordValues, subquery: Subquery) => QueryResult;
}

/** How a query is run. */
export interface QueryOptions {
  /** Deleted records too, as queryAll gives them. */
  readonly includeDeleted?: boolean;
}

/** How a query would find its records, as `explain` tells it. */
export interface QueryPlan {
  readonly object: ObjectDefinition;
  /** The indexed field that leads to the records, or undefined for a scan of the table. */
  readonly indexedField: string | undefined;
  readonly candidates: number;
  readonly tableSize: number;
}

/** Only so many records may be passed over (SOQL and SOSL Reference, "OFFSET"). */
const largestOffset = 2000;

/** Runs SOQL over the org's records, with the access of the user who asks. */
export class SoqlEngine {
  readonly #schema: Schema;
  readonly #database: Database;
  readonly #clock: Clock;
  readonly #reader: RecordReader;

  constructor(schema: Schema, database: Database, clock: Clock, reader: RecordReader) {
    this.#schema = schema;
    this.#database = database;
    this.#clock = clock;
    this.#reader = reader;
  }

  /** Runs a query. Throws SalesforceError as Salesforce words it. */
  run(soql: string, access: UserAccess, options: QueryOptions = {}): QueryResult {
    const query = parseSoql(soql);
    return this.#answer(this.#contextOf(soql, query, access), query, options);
  }

  /** How the records of a query would be found. */
  explain(soql: string, access: UserAccess): QueryPlan {
    const query = parseSoql(soql);
    const context = this.#contextOf(soql, query, access);
    const criterion = this.#criterion(context, query, {});
    return {
      object: context.object,
      indexedField: this.#indexed(context, criterion) ? criterion.lookup?.field : undefined,
      candidates: this.#candidates(context, criterion, {}).length,
      tableSize: this.#database.table(context.object).size
    };
  }

  #answer(context: QueryContext, query: Query | Subquery, options: QueryOptions, only?: Only): QueryResult {
    if ((query.offset ?? 0) > largestOffset) {
      throw new SalesforceError(
        400,
        'NUMBER_OUTSIDE_VALID_RANGE',
        `Maximum SOQL offset allowed is ${largestOffset}`
      );
    }
    const criterion = this.#criterion(context, query, options);
    const found = () => {
      if (query.limit === 0) return []; // asked for what the columns are, as a bulk query is before it runs
      const candidates = only ? only.records(options) : this.#candidates(context, criterion, options);
      return candidates.filter(criterion.test);
    };
    const empty = { context, columns: [], paths: [], records: [], groupColumns: [], groups: [] };
    const childrenOf = (record: RecordValues, subquery: Subquery) =>
      this.#children(context, record, subquery, options);
    if (isCount(query)) return { ...empty, childrenOf, totalSize: found().length };
    if (isGroupQuery(query)) {
      const { columns, rowsOf } = compileGroupQuery(context, query, this.#semiJoin(context, options));
      const groups = rowsOf(found());
      return { ...empty, childrenOf, totalSize: groups.length, groupColumns: columns, groups };
    }
    const columns = compileSelect(context, query);
    for (const column of columns) if (column.kind === 'children') this.#childLookup(context, column.name);
    const sort = compileOrderBy(recordResolver(context), query.orderBy);
    const from = query.offset ?? 0;
    const records = sort(found()).slice(from, query.limit === undefined ? undefined : from + query.limit);
    return { ...empty, childrenOf, totalSize: records.length, columns, paths: pathsOf(columns), records };
  }

  #contextOf(soql: string, query: Query, access: UserAccess): QueryContext {
    const object = this.#schema.object(query.sObject ?? '');
    if (!object || object.options.kind === 'platformEvent' || !access.can('read', object)) {
      throw noSuchObject(soql, query.sObject ?? '');
    }
    return this.#context(soql, access, object, query.sObjectAlias);
  }

  #context(
    soql: string,
    access: UserAccess,
    object: ObjectDefinition,
    alias: string | undefined
  ): QueryContext {
    const [schema, database, clock] = [this.#schema, this.#database, this.#clock];
    const reader = this.#reader.forUser(access);
    return { soql, schema, database, clock, reader, access, object, alias };
  }

  #criterion(context: QueryContext, query: Query | Subquery, options: QueryOptions): Criterion<RecordValues> {
    const setting = {
      context,
      resolver: recordResolver(context),
      semiJoin: this.#semiJoin(context, options)
    };
    const criterion = compileWhere(setting, query.where);
    if (query.usingScope?.toLowerCase() !== 'mine') return criterion;
    return {
      ...criterion,
      test: (record) => record.OwnerId === context.access.userId && criterion.test(record)
    };
  }

  /** Answers `SELECT AccountId FROM Contact …` inside of a WHERE clause with the ids. */
  #semiJoin(outer: QueryContext, options: QueryOptions): (query: Query) => ReadonlySet<FieldValue> {
    return (query) => {
      const context = this.#contextOf(outer.soql, query, outer.access);
      const { paths, records, columns } = this.#answer(context, query, options);
      const [path] = paths;
      const isOfIds = path?.field.type === 'id' || path?.field.type === 'reference';
      if (columns.length !== 1 || !isOfIds) {
        throw malformedQuery('The inner select list in a semi-join must be one id or reference field');
      }
      return new Set(records.map((record) => path.valueOf(record)).filter((id) => id !== null));
    };
  }

  #children(
    parent: QueryContext,
    record: RecordValues,
    subquery: Subquery,
    options: QueryOptions
  ): QueryResult {
    const { object, field } = this.#childLookup(parent, subquery.relationshipName);
    const context = this.#context(parent.soql, parent.access, object, subquery.sObjectAlias);
    const id = record.Id ?? null;
    return this.#answer(context, subquery, options, {
      records: ({ includeDeleted = false }) => {
        const table = this.#database.table(object);
        if (includeDeleted) return table.all().filter((each) => each[field.name] === id);
        return table.findByIndex(field.name, id) ?? [];
      }
    });
  }

  #childLookup(parent: QueryContext, name: string): { object: ObjectDefinition; field: FieldDefinition } {
    const found = this.#schema
      .childRelationships(parent.object)
      .find(({ field }) => field.childRelationshipName?.toLowerCase() === name.toLowerCase());
    const visible =
      found &&
      parent.access.can('read', found.object) &&
      parent.access.canReadField(found.object, found.field);
    if (!visible) throw noSuchRelationship(parent.soql, name, parent.object.name);
    return found;
  }

  #indexed({ object }: QueryContext, { lookup }: Criterion<RecordValues>): RecordValues[] | undefined {
    if (!lookup) return undefined;
    const table = this.#database.table(object);
    const found = lookup.values.map((value) => table.findByIndex(lookup.field, value));
    return found.every((records) => records !== undefined) ? [...new Set(found.flat())] : undefined;
  }

  /** Records that an index gives for the criterion, or all of the table. */
  #candidates(
    context: QueryContext,
    criterion: Criterion<RecordValues>,
    { includeDeleted = false }: QueryOptions
  ): RecordValues[] {
    const table = this.#database.table(context.object);
    if (includeDeleted) return table.all();
    return this.#indexed(context, criterion) ?? table.all().filter((record) => record.IsDeleted !== true);
  }
}

/** Where the records of a child query come from. */
interface Only {
  readonly records: (options: QueryOptions) => RecordValues[];
}

function isCount({ fields = [], groupBy }: Query | Subquery): boolean {
  const [only] = fields;
  return (
    fields.length === 1 &&
    groupBy === undefined &&
    only?.type === 'FieldFunctionExpression' &&
    /^count$/i.test(only.functionName) &&
    only.parameters.length === 0
  );
}
