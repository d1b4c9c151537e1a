import type { UserAccess } from '../../access/user-access.ts';
import type { FieldValue } from '../../schema/field.ts';
import { FormulaError } from '../../formula/formula.ts';
import type { DataServices } from '../data-services.ts';
import type { ObjectPlan } from '../plan/object-plan.ts';
import { rounded } from '../values/number-value.ts';
import { defaultRecordTypeId } from './record-types.ts';

/** A new record: the values given, and defaults for those not given. An explicit null stays null. */
export function newRecord(
  services: DataServices,
  access: UserAccess,
  plan: ObjectPlan,
  changes: Readonly<Record<string, FieldValue>>,
  now: string
): Record<string, FieldValue> {
  const record: Record<string, FieldValue> = {
    ...plan.emptyRecord,
    CreatedDate: now,
    CreatedById: access.userId,
    LastModifiedDate: now,
    LastModifiedById: access.userId,
    SystemModstamp: now,
    ...changes
  };
  if (plan.hasOwner) record.OwnerId ??= access.userId;
  if (plan.recordTypes.length > 0) record.RecordTypeId ??= defaultRecordTypeId(services, plan);
  for (const { field, compute } of plan.defaults) {
    if (field.name in changes) continue;
    const value = computed(() => compute({ record, user: access.user, now: new Date(now) }));
    record[field.name] = typeof value === 'number' ? inField(field, value) : value;
  }
  return record;
}

function inField(field: { type: string; scale: number }, value: number): number {
  return rounded(field.type === 'percent' ? value * 100 : value, field.scale);
}

function computed(compute: () => FieldValue): FieldValue {
  try {
    return compute();
  } catch (error) {
    if (error instanceof FormulaError) return null;
    throw error;
  }
}
