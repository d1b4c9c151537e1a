import type { UserAccess } from '../../access/user-access.ts';
import { toFieldValue } from '../../data/field-value.ts';
import type { RecordChange } from '../../data/record-change.ts';
import type { RecordTriggers } from '../../data/record-triggers.ts';
import type { RecordValues } from '../../schema/field.ts';
import type { ObjectDefinition } from '../../schema/object.ts';
import type { FlowDefinition } from '../flow-definition.ts';
import { type FlowRecord, single, textOf } from '../flow-value.ts';
import type { Interview, TriggeringRecord } from '../interview.ts';
import { toFlowRecord } from '../record-values.ts';
import type { FlowRunner } from '../runtime/flow-runner.ts';
import { meetsEntry } from './entry-conditions.ts';
import { saveRefusal } from './save-refusal.ts';
import { type PathPlan, RecordPaths } from './record-paths.ts';
import type { StartKind } from './start-definition.ts';

/**
 * Record-triggered flows as a save runs them: in system context, one interview for each record, in the order of
 * `triggerOrder` and name. A flow that runs for a record is not started again for it by what it does.
 */
export class RecordFlows implements RecordTriggers {
  readonly #runner: FlowRunner;
  readonly #paths: RecordPaths;
  #byStart: ReadonlyMap<string, readonly FlowDefinition[]> = new Map();
  readonly #running = new Set<string>();

  constructor(runner: FlowRunner) {
    this.#runner = runner;
    this.#paths = new RecordPaths(runner);
  }

  /** Takes the active record-triggered flows of these. */
  adopt(flows: readonly FlowDefinition[]): void {
    this.#byStart = Map.groupBy(flows.toSorted(inOrder), ({ start }) =>
      keyOf(start.kind, start.object ?? '')
    );
  }

  beforeSave(
    object: ObjectDefinition,
    before: RecordValues | undefined,
    draft: RecordValues,
    access: UserAccess
  ): RecordValues {
    return this.#flows('RecordBeforeSave', object, before === undefined).reduce((values, flow) => {
      const triggering = this.#triggering(object, before, before ? values : { ...values, Id: null });
      const interview = this.#prepare(flow, triggering, access, before ? 'Update' : 'Create');
      this.#run(interview, String(draft.Id));
      return withChanges(object, values, triggering.record, interview.record);
    }, draft);
  }

  beforeDelete(object: ObjectDefinition, record: RecordValues, access: UserAccess): void {
    for (const flow of this.#flows('RecordBeforeDelete', object, undefined)) {
      const triggering = this.#triggering(object, record, record);
      this.#run(this.#prepare(flow, triggering, access, 'Delete'), String(record.Id));
    }
  }

  afterSave({ object, kind, before, after }: RecordChange, access: UserAccess): void {
    if (kind !== 'CREATE' && kind !== 'UPDATE') return;
    for (const flow of this.#flows('RecordAfterSave', object, kind === 'CREATE')) {
      const triggering = this.#triggering(object, before, after);
      const interview = this.#prepare(flow, triggering, access, kind === 'CREATE' ? 'Create' : 'Update');
      const met = this.#run(interview, String(after.Id));
      const plan: PathPlan = {
        flow,
        object,
        recordId: String(after.Id),
        before,
        user: access,
        met
      };
      this.#runner.services.database.afterCommit(() => this.#paths.plan(plan));
    }
  }

  #flows(kind: StartKind, object: ObjectDefinition, isNew: boolean | undefined): readonly FlowDefinition[] {
    const flows = this.#byStart.get(keyOf(kind, object.name)) ?? [];
    if (isNew === undefined) return flows;
    return flows.filter(({ start }) => (isNew ? start.onCreate : start.onUpdate));
  }

  #triggering(
    object: ObjectDefinition,
    before: RecordValues | undefined,
    after: RecordValues
  ): TriggeringRecord {
    const { services } = this.#runner;
    const prior = before ? toFlowRecord(services, object, before) : null;
    return { record: toFlowRecord(services, object, after), prior };
  }

  #prepare(flow: FlowDefinition, triggering: TriggeringRecord, user: UserAccess, what: string): Interview {
    const { start } = flow;
    const id = textOf(triggering.record.fields.Id ?? '(new)');
    const trigger = `${start.kind} ${start.object ?? ''} ${id} (${what})`;
    return this.#runner.prepare(flow, {
      user,
      inSystemMode: true,
      trigger,
      triggering
    });
  }

  /** Runs a flow whose entry conditions the record meets; whether it did. */
  #run(interview: Interview, recordId: string): boolean {
    const { flow } = interview;
    const key = `${flow.fullName}:${recordId}`;
    if (this.#running.has(key)) return false;
    try {
      if (!meetsEntry(interview)) return false;
      this.#running.add(key);
      if (flow.start.firstElement !== undefined) {
        this.#runner.runSynchronously(interview, flow.start.firstElement);
      }
      return true;
    } catch (error) {
      throw saveRefusal(interview, error);
    } finally {
      this.#running.delete(key);
    }
  }
}

function inOrder(a: FlowDefinition, b: FlowDefinition): number {
  const last = 1000;
  const order = (a.triggerOrder ?? last + 0.5) - (b.triggerOrder ?? last + 0.5);
  return order !== 0 ? order : a.fullName.localeCompare(b.fullName);
}

function keyOf(kind: StartKind, objectName: string): string {
  return `${kind}:${objectName.toLowerCase()}`;
}

/** The record with the fields that a flow set before the save, in the form in which they are stored. */
function withChanges(
  object: ObjectDefinition,
  values: RecordValues,
  before: FlowRecord,
  after: FlowRecord | undefined
): RecordValues {
  if (!after || after === before) return values;
  const changed = Object.entries(after.fields).filter(([name, value]) => value !== before.fields[name]);
  const stored = changed.flatMap(([name, value]) => {
    const field = object.field(name);
    return field ? [[field.name, toFieldValue(field, single(value, name))] as const] : [];
  });
  return { ...values, ...Object.fromEntries(stored) };
}
