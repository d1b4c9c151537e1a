import { z } from 'zod';
import { flag, text } from '../../metadata/xml.ts';
import { commonProperties, connectorSchema, defineElement } from '../flow-element.ts';
import { FlowFault } from '../flow-fault.ts';
import { type FlowRecord, isCollection, recordsOf, withField } from '../flow-value.ts';
import type { Interview } from '../interview.ts';
import { changeRecords } from '../record-access.ts';
import { createRecord, upsertRecord } from '../record-writes.ts';
import {
  assignmentProblems,
  assignmentReferences,
  fieldAssignments,
  withAssignments
} from './field-assignments.ts';

const schema = z.strictObject({
  ...commonProperties,
  object: text.optional(),
  inputAssignments: fieldAssignments,
  inputReference: text.optional(),
  assignRecordIdToReference: text.optional(),
  storeOutputAutomatically: flag.default(false),
  doesUpsert: flag.default(false),
  doesUpsertAllOrNone: flag.default(true),
  upsertExternalIdField: text.optional(),
  upsertStandardIdField: text.optional(),
  connector: connectorSchema.optional(),
  faultConnector: connectorSchema.optional()
});
type RecordCreate = z.infer<typeof schema>;

/**
 * Create Records: from field values, or from a record or collection, whose ids it fills in; with an external id
 * field it updates what is there (upsert).
 */
export const recordCreates = defineElement({
  kind: 'recordCreates',
  schema,
  build: (create, context) => ({
    targets: [create.connector, create.faultConnector],
    faultTarget: create.faultConnector,
    references: [
      ...assignmentReferences(create.inputAssignments),
      ...[create.inputReference, create.assignRecordIdToReference].filter((each) => each !== undefined)
    ],
    hasEffects: true,
    problems: [
      ...assignmentProblems(create.object, create.inputAssignments, context),
      ...(create.doesUpsertAllOrNone ? [] : ['an upsert that is not all or none is not supported'])
    ],
    valueType: () =>
      create.storeOutputAutomatically ? { dataType: 'String', isCollection: false } : undefined,
    run: (interview) => {
      if (create.inputReference === undefined) createFromFields(create, interview);
      else createFromReference(create, create.inputReference, interview);
      return create.connector;
    }
  })
});

function createFromFields(create: RecordCreate, interview: Interview): void {
  const { name, object: objectName = '', inputAssignments, assignRecordIdToReference } = create;
  const record = withAssignments({ objectName, fields: {} }, inputAssignments, interview);
  const [id = null] = save(create, [record], interview);
  if (assignRecordIdToReference !== undefined) interview.assign(assignRecordIdToReference, id);
  if (create.storeOutputAutomatically) interview.setElementValue(name, id);
}

function createFromReference(create: RecordCreate, reference: string, interview: Interview): void {
  const value = interview.resolve(reference);
  const records = recordsOf(value, reference);
  if (!isCollection(value) && records.length === 0) {
    throw new FlowFault(`The record variable ${reference} is empty, so nothing can be created.`);
  }
  const ids = save(create, records, interview);
  const saved = records.map((record, index) => withField(record, 'Id', ids[index] ?? null));
  interview.assign(reference, isCollection(value) ? saved : (saved[0] ?? null));
}

function save(create: RecordCreate, records: readonly FlowRecord[], interview: Interview): string[] {
  const ids: string[] = [];
  const key = create.upsertExternalIdField ?? create.upsertStandardIdField;
  const tried = create.doesUpsert ? 'upsert records' : 'create records';
  changeRecords(interview, create.name, tried, records, (record) => {
    const upserts = create.doesUpsert && key !== undefined;
    const id = upserts ? upsertRecord(interview, record, key) : createRecord(interview, record);
    ids.push(id);
    interview.recorder.note(upserts ? 'upserted' : 'created', withField(record, 'Id', id));
  });
  return ids;
}
