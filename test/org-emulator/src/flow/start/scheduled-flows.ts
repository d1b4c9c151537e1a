import { findRecords } from '../record-access.ts';
import type { FlowDefinition } from '../flow-definition.ts';
import { FlowFault } from '../flow-fault.ts';
import { type FlowRecord, textOf } from '../flow-value.ts';
import type { FlowRunner } from '../runtime/flow-runner.ts';
import { defaultWorkflowUser, onlyRecord, zoneOf } from '../runtime/running-user.ts';
import { entryWhere } from './entry-where.ts';
import { nextRun } from './schedule.ts';

/**
 * Scheduled flows: run as the Default Workflow User in system context, with an object once for each record that
 * meets the conditions. When the clock jumps over several runs of a flow, the last of them happens.
 */
export class ScheduledFlows {
  readonly #runner: FlowRunner;
  #flows: readonly FlowDefinition[] = [];
  #plannedAt = new Date(0);

  constructor(runner: FlowRunner) {
    this.#runner = runner;
    runner.services.clock.onMoved(() => {
      if (runner.services.clock.now() < this.#plannedAt) this.planAll();
    });
  }

  adopt(flows: readonly FlowDefinition[]): void {
    this.#flows = flows.filter(({ start }) => start.kind === 'Scheduled');
    this.planAll();
  }

  /** Plans the next run of every flow, from this moment. */
  planAll(): void {
    for (const flow of this.#flows) this.#plan(flow);
  }

  #plan(flow: FlowDefinition): void {
    const { services, queue } = this.#runner;
    const key = `schedule:${flow.fullName}`;
    this.#plannedAt = services.clock.now();
    const zone = zoneOf(onlyRecord(services, 'Organization'));
    const dueAt = flow.start.schedule && nextRun(flow.start.schedule, this.#plannedAt, zone);
    if (dueAt) queue.add({ key, dueAt, run: () => this.#run(flow) });
    else queue.cancel(key);
  }

  async #run(flow: FlowDefinition): Promise<void> {
    this.#plan(flow);
    for (const record of this.#records(flow)) await this.#runOne(flow, record);
  }

  async #runOne(flow: FlowDefinition, record: FlowRecord | undefined): Promise<void> {
    const of = record ? ` ${record.objectName} ${textOf(record.fields.Id ?? null)}` : '';
    const interview = this.#runner.prepare(flow, {
      user: defaultWorkflowUser(this.#runner.services),
      inSystemMode: true,
      trigger: `Scheduled${of}`,
      ...(record ? { triggering: { record, prior: null } } : {})
    });
    await this.#runner.runByItself(this.#runner.begin(interview, flow.start.firstElement));
  }

  /** The records it runs for; one run without record where it has no object. */
  #records(flow: FlowDefinition): (FlowRecord | undefined)[] {
    const { services } = this.#runner;
    if (flow.start.object === undefined) return [undefined];
    const object = services.schema.object(flow.start.object);
    if (!object) throw new FlowFault(`The object ${flow.start.object} does not exist.`);
    const user = defaultWorkflowUser(services);
    const interview = this.#runner.prepare(flow, {
      user,
      inSystemMode: true,
      trigger: 'Scheduled'
    });
    const fields = object.fields.filter(({ parts }) => parts.length === 0).map(({ name }) => name);
    const soql = `SELECT ${fields.join(', ')} FROM ${object.name}${entryWhere(object, flow.start, interview)}`;
    return findRecords(interview, 'start', soql);
  }
}
