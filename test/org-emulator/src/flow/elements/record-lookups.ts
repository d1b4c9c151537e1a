import { z } from 'zod';
import { flag, ignored, text } from '../../metadata/xml.ts';
import type { ObjectDefinition } from '../../schema/object.ts';
import { commonProperties, connectorSchema, defineElement, type FlowLoadContext } from '../flow-element.ts';
import { FlowFault } from '../flow-fault.ts';
import { fieldOf, type FlowRecord, referencesOf, valueSchema } from '../flow-value.ts';
import type { Interview } from '../interview.ts';
import { findRecords, recordIn } from '../record-access.ts';
import { filterProblems, filterReferences, recordFilterSchema, whereClause } from '../record-filter.ts';

const schema = z.strictObject({
  ...commonProperties,
  object: text,
  filterLogic: text.default('and'),
  filters: z.array(recordFilterSchema).default([]),
  queriedFields: z.array(text).default([]),
  getFirstRecordOnly: flag.default(false),
  limit: valueSchema.optional(),
  storeOutputAutomatically: flag.default(false),
  outputReference: text.optional(),
  outputAssignments: z
    .array(
      z.strictObject({
        assignToReference: text,
        field: text,
        processMetadataValues: ignored
      })
    )
    .default([]),
  assignNullValuesIfNoRecordsFound: flag.default(false),
  sortField: text.optional(),
  sortOrder: z.enum(['Asc', 'Desc']).optional(),
  connector: connectorSchema.optional(),
  faultConnector: connectorSchema.optional()
});
type RecordLookup = z.infer<typeof schema>;

/** Get Records: reads with the interview's access, into the element's own value, a variable, or single fields. */
export const recordLookups = defineElement({
  kind: 'recordLookups',
  schema,
  build: (lookup, context) => ({
    targets: [lookup.connector, lookup.faultConnector],
    faultTarget: lookup.faultConnector,
    references: [
      ...filterReferences(lookup),
      ...referencesOf(lookup.limit),
      ...lookup.outputAssignments.map(({ assignToReference }) => assignToReference),
      ...(lookup.outputReference === undefined ? [] : [lookup.outputReference])
    ],
    problems: lookupProblems(lookup, context),
    valueType: () =>
      lookup.storeOutputAutomatically
        ? {
            dataType: 'SObject',
            objectType: lookup.object,
            isCollection: !lookup.getFirstRecordOnly
          }
        : undefined,
    run: (interview) => {
      const object = context.schema.object(lookup.object);
      if (!object) throw new FlowFault(`The object ${lookup.object} does not exist.`);
      const records = findRecords(interview, lookup.name, soqlOf(lookup, object, interview));
      interview.recorder.note('found', records);
      keep(lookup, records, interview);
      return lookup.connector;
    }
  })
});

function lookupProblems(lookup: RecordLookup, { schema: objects }: FlowLoadContext): string[] {
  const object = objects.object(lookup.object);
  if (!object) return [`the object ${lookup.object} does not exist`];
  const read = lookup.outputAssignments.map(({ field }) => field);
  const names = [...lookup.queriedFields, ...read, lookup.sortField ?? []].flat();
  return [
    ...filterProblems(object, lookup),
    ...names
      .filter((name) => !object.field(name))
      .map((name) => `the field ${object.name}.${name} does not exist`)
  ];
}

function soqlOf(lookup: RecordLookup, object: ObjectDefinition, interview: Interview): string {
  const asked = [...lookup.queriedFields, ...lookup.outputAssignments.map(({ field }) => field)];
  const fields = new Set(['Id', ...(asked.length > 0 ? asked : readable(object, interview))]);
  const order = lookup.sortField ? ` ORDER BY ${lookup.sortField} ${lookup.sortOrder ?? 'Asc'}` : '';
  const most = lookup.limit ? Number(interview.evaluate(lookup.limit)) : Number.NaN;
  const limit = lookup.getFirstRecordOnly || takesOne(lookup) ? 1 : most;
  return [
    `SELECT ${[...fields].join(', ')} FROM ${object.name}`,
    whereClause(object, lookup, interview),
    order,
    Number.isInteger(limit) && limit > 0 ? ` LIMIT ${limit}` : ''
  ].join('');
}

/** Single fields, and a record variable, take the first record that is found. */
function takesOne({ outputAssignments }: RecordLookup): boolean {
  return outputAssignments.length > 0;
}

function readable(object: ObjectDefinition, interview: Interview): string[] {
  const visible = object.fields.filter(
    (field) => field.parts.length === 0 && interview.access.canReadField(object, field)
  );
  return visible.map(({ name }) => name);
}

function keep(lookup: RecordLookup, records: readonly FlowRecord[], interview: Interview): void {
  const [first] = records;
  if (lookup.storeOutputAutomatically) {
    interview.setElementValue(lookup.name, lookup.getFirstRecordOnly ? (first ?? null) : records);
  }
  if (!first && !lookup.assignNullValuesIfNoRecordsFound) return;
  const { outputReference, outputAssignments } = lookup;
  if (outputReference !== undefined) {
    const isMany = recordIn(interview, outputReference)?.isCollection === true;
    interview.assign(outputReference, isMany ? records : (first ?? null));
  }
  for (const { assignToReference, field } of outputAssignments) {
    interview.assign(assignToReference, first ? fieldOf(first, field) : null);
  }
}
