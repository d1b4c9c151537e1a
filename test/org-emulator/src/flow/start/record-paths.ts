import { DateTime } from 'luxon';
import type { UserAccess } from '../../access/user-access.ts';
import type { RecordValues } from '../../schema/field.ts';
import type { ObjectDefinition } from '../../schema/object.ts';
import { durationOf } from '../elements/waits.ts';
import type { FlowDefinition } from '../flow-definition.ts';
import { toFlowRecord } from '../record-values.ts';
import type { FlowRunner } from '../runtime/flow-runner.ts';
import { onlyRecord, zoneOf } from '../runtime/running-user.ts';
import { meetsEntry } from './entry-conditions.ts';
import type { ScheduledPath } from './start-definition.ts';

/** A saved record whose flow may have asynchronous and scheduled paths. */
export interface PathPlan {
  readonly flow: FlowDefinition;
  readonly object: ObjectDefinition;
  readonly recordId: string;
  readonly before: RecordValues | undefined;
  readonly user: UserAccess;
  /** Whether the record met the entry conditions. */
  readonly met: boolean;
}

/**
 * Paths that run by themselves after the commit (Salesforce Help, "Scheduled Paths in Record-Triggered Flows"). The
 * asynchronous path begins at once; a path's moment is worked out again at every save, and given up when the record
 * no longer meets the entry conditions or is deleted. What fails is reported and not tried again.
 */
export class RecordPaths {
  readonly #runner: FlowRunner;
  #asyncRuns = 0;

  constructor(runner: FlowRunner) {
    this.#runner = runner;
  }

  plan(plan: PathPlan): void {
    for (const path of plan.flow.start.paths) {
      if (path.pathType === 'AsyncAfterCommit') this.#planAsync(plan, path);
      else this.#planScheduled(plan, path);
    }
  }

  #planAsync(plan: PathPlan, path: ScheduledPath): void {
    if (!plan.met) return;
    this.#asyncRuns += 1;
    const key = `async:${plan.flow.fullName}:${plan.recordId}:${this.#asyncRuns}`;
    const dueAt = this.#runner.services.clock.now();
    this.#runner.queue.add({ key, dueAt, run: () => this.#run(plan, path) });
  }

  #planScheduled(plan: PathPlan, path: ScheduledPath): void {
    const { queue, services } = this.#runner;
    const key = `path:${plan.flow.fullName}:${path.name}:${plan.recordId}`;
    const isPlanned = queue.has(key);
    if (!plan.met && !(isPlanned && this.#stillMeets(plan))) {
      queue.cancel(key);
      return;
    }
    if (!plan.met && path.timeSource !== 'RecordField') return;
    const dueAt = this.#momentOf(plan, path);
    if (dueAt === undefined || dueAt < services.clock.now()) queue.cancel(key);
    else queue.add({ key, dueAt, run: () => this.#run(plan, path) });
  }

  /** A save that does not start the flow again ("only when updated to meet") leaves its plans, where conditions hold. */
  #stillMeets(plan: PathPlan): boolean {
    const record = this.#record(plan);
    if (!plan.flow.start.onlyWhenChangedToMeet || !record) return false;
    const starting = {
      user: plan.user,
      inSystemMode: true,
      trigger: '',
      triggering: { record, prior: null }
    };
    return meetsEntry(this.#runner.prepare(plan.flow, starting));
  }

  #momentOf(plan: PathPlan, path: ScheduledPath): Date | undefined {
    const { services } = this.#runner;
    const offset = durationOf(path.offsetNumber ?? 0, path.offsetUnit ?? '');
    if (path.timeSource !== 'RecordField') {
      return DateTime.fromJSDate(services.clock.now()).plus(offset).toJSDate();
    }
    const value = this.#record(plan)?.fields[path.recordField ?? ''];
    if (typeof value !== 'string') return undefined;
    const zone = zoneOf(onlyRecord(services, 'Organization'));
    return DateTime.fromISO(value, { zone }).plus(offset).toJSDate();
  }

  #record({ object, recordId }: PathPlan) {
    const { services } = this.#runner;
    const record = services.database.table(object).get(recordId);
    return record && record.IsDeleted !== true ? toFlowRecord(services, object, record) : undefined;
  }

  async #run(plan: PathPlan, path: ScheduledPath): Promise<void> {
    const record = this.#record(plan);
    if (!record) return;
    const { services } = this.#runner;
    const prior = plan.before ? toFlowRecord(services, plan.object, plan.before) : null;
    const trigger = `${path.name} of ${plan.object.name} ${plan.recordId}`;
    const starting = {
      user: plan.user,
      inSystemMode: true,
      trigger,
      triggering: { record, prior }
    };
    const interview = this.#runner.prepare(plan.flow, starting);
    await this.#runner.runByItself(this.#runner.begin(interview, path.connector));
  }
}
