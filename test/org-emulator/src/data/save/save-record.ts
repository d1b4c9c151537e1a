import type { UserAccess } from '../../access/user-access.ts';
import type { FieldValue, RecordValues } from '../../schema/field.ts';
import type { ObjectDefinition } from '../../schema/object.ts';
import type { DataServices } from '../data-services.ts';
import { rollUp } from '../summaries/apply-roll-ups.ts';
import { nextAutoNumber } from './auto-number.ts';
import { checkAfterTriggers, checkBeforeTriggers, checkUnique } from './check-values.ts';
import { deriveValues } from './derived-values.ts';
import { newRecord } from './new-record.ts';
import type { Save } from './save.ts';
import { checkValidationRules } from './validation-rules.ts';

/** A record that is to be stored: rights are settled, values converted. */
export interface SaveRequest {
  readonly access: UserAccess;
  readonly object: ObjectDefinition;
  readonly before: RecordValues | undefined;
  readonly changes: Readonly<Record<string, FieldValue>>;
}

/**
 * Saves a record in Salesforce's order (Apex Developer Guide, "Triggers and Order of Execution"): lookups and
 * picklists, before-save triggers, system validation, validation rules, unique values, storing, after-save
 * triggers, roll-up summaries of its masters. One transaction: what throws undoes it all. Answers the id.
 */
export function saveRecord(services: DataServices, request: SaveRequest): string {
  return services.database.transaction(() => {
    const save = beginSave(services, request);
    checkBeforeTriggers(save, Object.keys(request.changes));
    runBeforeTriggers(save);
    deriveValues(save);
    save.plan.standard.prepare?.(save);
    checkAfterTriggers(save);
    checkValidationRules(save);
    checkUnique(save);
    return store(save);
  });
}

function beginSave(services: DataServices, { access, object, before, changes }: SaveRequest): Save {
  const plan = services.plans.of(object);
  const now = services.clock.now().toISOString();
  const stamps = { LastModifiedDate: now, LastModifiedById: access.userId, SystemModstamp: now };
  const draft = before
    ? { ...before, ...changes, ...stamps }
    : newRecord(services, access, plan, changes, now);
  return { services, access, object, plan, before, draft, given: new Set(Object.keys(changes)), now };
}

function runBeforeTriggers(save: Save): void {
  const { services, object, before, draft, access } = save;
  const changed = services.triggers.beforeSave(object, before, draft, access);
  if (changed === draft) return;
  const names = Object.keys(changed).filter((name) => changed[name] !== draft[name]);
  for (const name of names) {
    draft[name] = changed[name] ?? null;
    save.given.add(name);
  }
  checkBeforeTriggers(save, names);
}

function store(save: Save): string {
  const { services, access, object, plan, before, draft, now } = save;
  const { database } = services;
  if (!before) {
    services.storage.requirePlace(object.name);
    for (const field of plan.autoNumbers) {
      draft[field.name] = nextAutoNumber(database, object, field, now.slice(0, 10));
    }
    draft.Id = database.nextId(object);
    if (plan.nameFromId !== undefined) draft[plan.nameFromId] ??= draft.Id;
  }
  const id = String(draft.Id);
  database.put(object, id, draft);
  const { userId, origin } = access;
  const kind = before ? 'UPDATE' : 'CREATE';
  const change = { object, kind, before, after: draft, userId, origin } as const;
  database.noteChange(change);
  services.triggers.afterSave(change, access);
  plan.standard.stored?.(services, change, access);
  rollUp(services, change, access);
  return id;
}
