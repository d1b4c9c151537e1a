import type { ObjectDefinition } from '../../schema/object.ts';
import { FlowFault } from '../flow-fault.ts';
import type { Interview } from '../interview.ts';
import { recordFilterSchema, whereClause } from '../record-filter.ts';
import type { EntryFilter, FlowStart } from './start-definition.ts';

/** Entry conditions of a scheduled flow as the WHERE clause that finds its records. */
export function entryWhere(object: ObjectDefinition, start: FlowStart, interview: Interview): string {
  const filters = start.filters.map(asRecordFilter);
  return whereClause(object, { filterLogic: start.filterLogic, filters }, interview);
}

function asRecordFilter({ field, operator, value }: EntryFilter) {
  const known = recordFilterSchema.shape.operator.safeParse(operator);
  if (!known.success) throw new FlowFault(`The operator ${operator} cannot find records.`);
  return { field, operator: known.data, value };
}
