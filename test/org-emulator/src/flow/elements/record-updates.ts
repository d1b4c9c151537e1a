import { z } from 'zod';
import { text } from '../../metadata/xml.ts';
import { commonProperties, connectorSchema, defineElement, type FlowLoadContext } from '../flow-element.ts';
import { type FlowRecord, recordsOf } from '../flow-value.ts';
import type { Interview } from '../interview.ts';
import { changeRecords, findRecords } from '../record-access.ts';
import {
  filterProblems,
  filterReferences,
  recordFilterSchema,
  soqlText,
  whereClause
} from '../record-filter.ts';
import { idOf, objectOf, updateRecord } from '../record-writes.ts';
import { isBeforeSave } from '../start/start-kind.ts';
import {
  assignmentProblems,
  assignmentReferences,
  fieldAssignments,
  withAssignments
} from './field-assignments.ts';

const schema = z.strictObject({
  ...commonProperties,
  object: text.optional(),
  filterLogic: text.default('and'),
  filters: z.array(recordFilterSchema).default([]),
  inputAssignments: fieldAssignments,
  inputReference: text.optional(),
  connector: connectorSchema.optional(),
  faultConnector: connectorSchema.optional()
});
type RecordUpdate = z.infer<typeof schema>;

/**
 * Update Records: the triggering record, a record or collection, or all that meet the filters. Before the save
 * only `$Record` can be updated, and the save itself stores it.
 */
export const recordUpdates = defineElement({
  kind: 'recordUpdates',
  schema,
  build: (update, context) => {
    const setsDraft = isBeforeSave(context.flow) && update.inputReference === '$Record';
    return {
      targets: [update.connector, update.faultConnector],
      faultTarget: update.faultConnector,
      references: [
        ...filterReferences(update),
        ...assignmentReferences(update.inputAssignments),
        ...(update.inputReference === undefined ? [] : [update.inputReference])
      ],
      hasEffects: !setsDraft,
      problems: updateProblems(update, context),
      run: (interview) => {
        if (setsDraft) setDraft(update, interview);
        else change(update, interview);
        return update.connector;
      }
    };
  }
});

function updateProblems(update: RecordUpdate, context: FlowLoadContext): string[] {
  const problems = assignmentProblems(update.object, update.inputAssignments, context);
  if (update.filters.length === 0) return problems;
  if (isBeforeSave(context.flow)) return [...problems, 'filters are not supported before the save'];
  const ofRecord = update.inputReference === '$Record' ? String(context.flow.start.object) : '';
  const object = context.schema.object(update.object ?? ofRecord);
  return object ? [...problems, ...filterProblems(object, update)] : problems;
}

function setDraft({ inputAssignments }: RecordUpdate, interview: Interview): void {
  for (const { field, value } of inputAssignments) {
    interview.assign(`$Record.${field}`, value ? interview.evaluate(value) : null);
  }
}

function change(update: RecordUpdate, interview: Interview): void {
  const records = targetsOf(update, interview).map((record) =>
    withAssignments(record, update.inputAssignments, interview)
  );
  changeRecords(interview, update.name, 'update records', records, (record) => {
    updateRecord(interview, record);
    interview.recorder.note('updated', record);
  });
}

/** The records to update: of the reference, and of those only what meets the filters; or all that meet them. */
function targetsOf(update: RecordUpdate, interview: Interview): FlowRecord[] {
  const { inputReference, filters, object = '' } = update;
  if (inputReference === undefined) return matching(update, objectOf(interview, object).name, '', interview);
  const records = recordsOf(interview.resolve(inputReference), inputReference);
  if (filters.length === 0) {
    return update.inputAssignments.length === 0 ? records : records.map(idOnly);
  }
  return records.flatMap((record) => matching(update, record.objectName, idOf(record) ?? '', interview));
}

function idOnly(record: FlowRecord): FlowRecord {
  return {
    objectName: record.objectName,
    fields: { Id: idOf(record) ?? null }
  };
}

function matching(update: RecordUpdate, objectName: string, id: string, interview: Interview): FlowRecord[] {
  const object = objectOf(interview, objectName);
  const where = whereClause(object, update, interview);
  const ofId = id === '' ? where : ` WHERE Id = ${soqlText(id)} AND (${where.replace(' WHERE ', '')})`;
  return findRecords(interview, update.name, `SELECT Id FROM ${object.name}${ofId}`);
}
