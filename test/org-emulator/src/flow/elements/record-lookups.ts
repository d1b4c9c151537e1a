import { z } from 'zod';
import { SalesforceError } from '../../errors/salesforce-error.ts';
import { flag, ignored, text } from '../../metadata/xml.ts';
import type { ObjectDefinition } from '../../schema/object.ts';
import type { QueryResult } from '../../soql/query.ts';
import { commonProperties, connectorSchema, defineElement, type FlowLoadContext } from '../flow-element.ts';
import { FlowFault } from '../flow-fault.ts';
import { type FlowRecord, referencesOf } from '../flow-value.ts';
import type { Interview } from '../interview.ts';
import { recordFilterSchema, soqlCondition } from '../record-filter.ts';

const schema = z.strictObject({
  ...commonProperties,
  object: text,
  filterLogic: z
    .enum(['and', 'or'], { error: 'only the filter logics and, or are supported by the local org' })
    .default('and'),
  filters: z.array(recordFilterSchema).default([]),
  queriedFields: z.array(text).default([]),
  getFirstRecordOnly: flag.default(false),
  storeOutputAutomatically: z.literal('true', {
    error: 'only automatic output is supported by the local org'
  }),
  assignNullValuesIfNoRecordsFound: ignored,
  sortField: text.optional(),
  sortOrder: z.enum(['Asc', 'Desc']).optional(),
  connector: connectorSchema.optional(),
  faultConnector: connectorSchema.optional()
});
type RecordLookup = z.infer<typeof schema>;

/** Get Records: reads with the running user's own access; the result is the element's own value. */
export const recordLookups = defineElement({
  kind: 'recordLookups',
  schema,
  build: (lookup, context) => ({
    targets: [lookup.connector, lookup.faultConnector],
    faultTarget: lookup.faultConnector,
    references: lookup.filters.flatMap((filter) => referencesOf(filter.value)),
    problems: lookupProblems(lookup, context),
    run: (interview) => {
      const object = context.schema.object(lookup.object);
      if (!object) throw new FlowFault(`The object ${lookup.object} does not exist.`);
      const records = toFlowRecords(runQuery(interview, soqlOf(lookup, object, interview)));
      interview.setElementValue(lookup.name, lookup.getFirstRecordOnly ? (records[0] ?? null) : records);
      return lookup.connector;
    }
  })
});

function lookupProblems(lookup: RecordLookup, { schema: objects }: FlowLoadContext): string[] {
  const object = objects.object(lookup.object);
  if (!object) return [`the object ${lookup.object} does not exist`];
  const names = [
    ...lookup.queriedFields,
    ...lookup.filters.map(({ field }) => field),
    lookup.sortField ?? []
  ];
  return names
    .flat()
    .filter((name) => !object.field(name))
    .map((name) => `the field ${object.name}.${name} does not exist`);
}

function soqlOf(lookup: RecordLookup, object: ObjectDefinition, interview: Interview): string {
  const fields = new Set([
    'Id',
    ...(lookup.queriedFields.length > 0 ? lookup.queriedFields : readable(object, interview))
  ]);
  const conditions = lookup.filters.map((filter) => `(${soqlCondition(object, filter, interview)})`);
  const where =
    conditions.length > 0 ? ` WHERE ${conditions.join(` ${lookup.filterLogic.toUpperCase()} `)}` : '';
  const order = lookup.sortField ? ` ORDER BY ${lookup.sortField} ${lookup.sortOrder ?? 'Asc'}` : '';
  const limit = lookup.getFirstRecordOnly ? ' LIMIT 1' : '';
  return `SELECT ${[...fields].join(', ')} FROM ${object.name}${where}${order}${limit}`;
}

function readable(object: ObjectDefinition, interview: Interview): string[] {
  const visible = object.fields.filter((field) => interview.access.canReadField(object, field));
  return visible.map(({ name }) => name);
}

function runQuery(interview: Interview, soql: string): QueryResult {
  try {
    return interview.services.soql.run(soql, interview.access);
  } catch (error) {
    if (!(error instanceof SalesforceError)) throw error;
    throw new FlowFault(
      `This error occurred when the flow tried to look up records: ${error.code}: ${error.message}. You can look up ExceptionCode values in the SOAP API Developer Guide.`
    );
  }
}

function toFlowRecords({ context, paths, records }: QueryResult): FlowRecord[] {
  return records.map((record) => ({
    objectName: context.object.name,
    fields: Object.fromEntries(paths.map((path) => [path.field.name, path.valueOf(record)]))
  }));
}
