import type { UserAccess } from '../../access/user-access.ts';
import type { FieldValue, RecordValues } from '../../schema/field.ts';
import type { ObjectDefinition } from '../../schema/object.ts';
import type { DataServices } from '../data-services.ts';
import type { RecordChange } from '../record-change.ts';
import { saveRecord } from '../save/save-record.ts';
import { nextSummary } from './next-summary.ts';
import type { RollUp } from './roll-up.ts';

/**
 * Brings the roll-up summaries of a changed record's masters up to date. A master whose summary changes goes
 * through the save procedure itself, its own masters too.
 */
export function rollUp(services: DataServices, change: RecordChange, access: UserAccess): void {
  const { rollUps } = services.plans.of(change.object);
  if (rollUps.length === 0) return;
  const before = live(change.before);
  const after = live(change.after);
  const stored = services.database.table(change.object).get(String(change.after.Id));
  const changedSince = stored !== change.after;
  for (const [id, affected] of mastersOf(rollUps, before, after)) {
    updateMaster(services, access, affected, { id, detail: change.object, before, after, changedSince });
  }
}

interface DetailChange {
  readonly id: string;
  readonly detail: ObjectDefinition;
  readonly before: RecordValues | undefined;
  readonly after: RecordValues | undefined;
  /** An after-save trigger of this very change has changed the detail again. */
  readonly changedSince: boolean;
}

function live(record: RecordValues | undefined): RecordValues | undefined {
  return record?.IsDeleted === true ? undefined : record;
}

/** The masters that the record had or has, each with the summaries it may change. */
function mastersOf(
  rollUps: readonly RollUp[],
  before: RecordValues | undefined,
  after: RecordValues | undefined
): Map<string, RollUp[]> {
  const masters = new Map<string, RollUp[]>();
  for (const each of rollUps) {
    for (const id of new Set([before?.[each.lookup], after?.[each.lookup]])) {
      if (typeof id === 'string') masters.set(id, [...(masters.get(id) ?? []), each]);
    }
  }
  return masters;
}

function updateMaster(
  services: DataServices,
  access: UserAccess,
  rollUps: readonly RollUp[],
  { id, detail, before, after, changedSince }: DetailChange
): void {
  const [first] = rollUps;
  const master = first && services.database.table(first.master).get(id);
  if (!master || master.IsDeleted === true) return;
  const changes: Record<string, FieldValue> = {};
  for (const each of rollUps) {
    const contributed = (record: RecordValues | undefined): FieldValue | undefined =>
      record?.[each.lookup] === id ? each.contribution(record) : undefined;
    const all = (): (FieldValue | undefined)[] =>
      (services.database.table(detail).findByIndex(each.lookup, id) ?? []).map(each.contribution);
    const current = master[each.field.name] ?? null;
    const [removed, added] = [contributed(before), contributed(after)];
    const value = nextSummary(each, { current, removed, added, changedSince, all });
    if (value !== current) changes[each.field.name] = value;
  }
  if (Object.keys(changes).length === 0) return;
  saveRecord(services, { access, object: first.master, before: master, changes });
}
