import { SalesforceError } from '../../errors/salesforce-error.ts';
import { throwAll } from '../../errors/several-errors.ts';
import { picklistProblem, valueProblem } from '../values/value-problem.ts';
import { checkReference } from './check-references.ts';
import { recordTypeOf } from './record-types.ts';
import type { Save } from './save.ts';

/**
 * What Salesforce checks before any trigger of a request that does not come from its pages: lookups, and
 * restricted picklists as the record's type offers them.
 */
export function checkBeforeTriggers(save: Save, names: Iterable<string>): void {
  for (const name of names) {
    const field = save.object.field(name);
    if (field?.type === 'reference') checkReference(save, field);
    else if (field?.restrictedPicklist) checkPicklist(save, name);
  }
}

function checkPicklist(save: Save, name: string): void {
  const field = save.object.field(name);
  if (!field) return;
  const recordType = recordTypeOf(save.services, save.plan, save.draft);
  const problem = picklistProblem(field, save.draft[name] ?? null, recordType?.picklistValues.get(name));
  if (problem) throw problem;
}

/** Throws REQUIRED_FIELD_MISSING naming all required fields without a value, or every value that does not fit. */
export function checkAfterTriggers(save: Save): void {
  const { draft, given, object, plan } = save;
  const missing = plan.required.filter(({ name }) => (draft[name] ?? null) === null).map(({ name }) => name);
  if (missing.length > 0) {
    const message = `Required fields are missing: [${missing.join(', ')}]`;
    throw new SalesforceError(400, 'REQUIRED_FIELD_MISSING', message, missing);
  }
  const problems: SalesforceError[] = [];
  for (const name of given) {
    const field = object.field(name);
    const problem = field && valueProblem(field, draft[name] ?? null);
    if (problem) problems.push(problem);
  }
  throwAll(problems);
}

/** Throws DUPLICATE_VALUE when another record has the value of a unique field. */
export function checkUnique({ services, object, plan, draft }: Save): void {
  if (plan.unique.length === 0) return;
  const table = services.database.table(object);
  for (const field of plan.unique) {
    const value = draft[field.name] ?? null;
    const other = value === null ? undefined : table.otherWith(field.name, value, draft.Id ?? null);
    if (other !== undefined) throw duplicateValue(field.name, other);
  }
}

function duplicateValue(fieldName: string, id: string): SalesforceError {
  const message = `duplicate value found: ${fieldName} duplicates value on record with id: ${id}`;
  return new SalesforceError(400, 'DUPLICATE_VALUE', message);
}
