import { z } from 'zod';
import { text } from '../../metadata/xml.ts';
import { commonProperties, connectorSchema, defineElement } from '../flow-element.ts';
import { FlowFault } from '../flow-fault.ts';
import { type FlowRecord, recordsOf } from '../flow-value.ts';
import type { Interview } from '../interview.ts';
import { changeRecords, findRecords } from '../record-access.ts';
import { filterProblems, filterReferences, recordFilterSchema, whereClause } from '../record-filter.ts';
import { deleteRecord, objectOf } from '../record-writes.ts';

const schema = z.strictObject({
  ...commonProperties,
  object: text.optional(),
  filterLogic: text.default('and'),
  filters: z.array(recordFilterSchema).default([]),
  inputReference: text.optional(),
  connector: connectorSchema.optional(),
  faultConnector: connectorSchema.optional()
});
type RecordDelete = z.infer<typeof schema>;

/** Delete Records: a record or collection, or all that meet the filters. To find none is a fault. */
export const recordDeletes = defineElement({
  kind: 'recordDeletes',
  schema,
  build: (remove, context) => {
    const object = context.schema.object(remove.object ?? '');
    const isMissing = remove.object !== undefined && !object;
    return {
      targets: [remove.connector, remove.faultConnector],
      faultTarget: remove.faultConnector,
      references: [...filterReferences(remove), remove.inputReference ?? []].flat(),
      hasEffects: true,
      problems: [
        ...(isMissing ? [`the object ${remove.object ?? ''} does not exist`] : []),
        ...(object ? filterProblems(object, remove) : [])
      ],
      run: (interview) => {
        changeRecords(interview, remove.name, 'delete records', targets(remove, interview), (record) => {
          deleteRecord(interview, record);
          interview.recorder.note('deleted', record);
        });
        return remove.connector;
      }
    };
  }
});

function targets(remove: RecordDelete, interview: Interview): FlowRecord[] {
  const found =
    remove.inputReference === undefined
      ? matching(remove, interview)
      : recordsOf(interview.resolve(remove.inputReference), remove.inputReference);
  if (found.length > 0) return found;
  throw new FlowFault('DELETE --- There is nothing in Salesforce matching your delete criteria.');
}

function matching(remove: RecordDelete, interview: Interview): FlowRecord[] {
  const object = objectOf(interview, remove.object ?? '');
  const where = whereClause(object, remove, interview);
  return findRecords(interview, remove.name, `SELECT Id FROM ${object.name}${where}`);
}
