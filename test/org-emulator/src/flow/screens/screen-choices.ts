import { FlowFault } from '../flow-fault.ts';
import { fieldOf, type FlowRecord, type FlowValue, recordsOf, textOf } from '../flow-value.ts';
import type { Interview } from '../interview.ts';
import { findRecords } from '../record-access.ts';
import { whereClause } from '../record-filter.ts';
import { objectOf } from '../record-writes.ts';
import type { DynamicChoiceSet } from '../resources/choice-sets.ts';
import type { ScreenField } from './screen-definition.ts';

/** A choice as a screen shows it. */
export interface ShownChoice {
  readonly name: string;
  readonly label: string;
  readonly value: FlowValue;
}

/** All choices that a field offers, in order: its own ones and those of its choice sets. */
export function choicesOf(field: ScreenField, interview: Interview): ShownChoice[] {
  return field.choiceReferences.flatMap((reference) => {
    const choice = interview.flow.choices.get(reference);
    if (choice) {
      const value = choice.value ? interview.evaluate(choice.value) : null;
      return [{ name: reference, label: interview.mergeText(choice.choiceText), value }];
    }
    const set = interview.flow.choiceSets.get(reference);
    if (!set) throw new FlowFault(`${reference} is no choice.`);
    return choicesOfSet(set, interview);
  });
}

function choicesOfSet(set: DynamicChoiceSet, interview: Interview): ShownChoice[] {
  const { source, name } = set;
  if (source.kind === 'picklist') {
    const field = objectOf(interview, source.object).field(source.field);
    const values = field?.picklistValues ?? [];
    return values.map(({ value, label }) => ({ name: `${name}.${value}`, label, value }));
  }
  const records =
    source.kind === 'collection'
      ? recordsOf(interview.resolve(source.reference), source.reference)
      : foundRecords(set, interview);
  return records.map((record) => choiceOf(set, record));
}

function choiceOf({ name, displayField = 'Name', valueField = 'Id' }: DynamicChoiceSet, record: FlowRecord) {
  const value = fieldOf(record, valueField);
  return { name: `${name}.${textOf(value)}`, label: textOf(fieldOf(record, displayField)), value };
}

function foundRecords(set: DynamicChoiceSet, interview: Interview): FlowRecord[] {
  const { source, displayField = 'Name', valueField = 'Id' } = set;
  if (source.kind !== 'records') return [];
  const object = objectOf(interview, source.object);
  const order = source.sortField === undefined ? '' : ` ORDER BY ${source.sortField} ${source.sortOrder}`;
  const limit = source.limit === undefined ? '' : ` LIMIT ${source.limit}`;
  const fields = [...new Set(['Id', displayField, valueField])].join(', ');
  const where = whereClause(object, source, interview);
  return findRecords(interview, set.name, `SELECT ${fields} FROM ${object.name}${where}${order}${limit}`);
}
