import type { OrgEvent } from '../../events/org-event.ts';
import type { FlowDefinition } from '../flow-definition.ts';
import type { FlowRunner } from '../runtime/flow-runner.ts';
import { automatedProcess, defaultWorkflowUser } from '../runtime/running-user.ts';
import { meetsEntry } from './entry-conditions.ts';

/**
 * Flows that platform events start: each event one interview, after it was published, as the Automated Process
 * user or as `flowRunAsUser` says. What fails is reported and not tried again.
 */
export class EventFlows {
  readonly #runner: FlowRunner;
  #flows: readonly FlowDefinition[] = [];

  constructor(runner: FlowRunner) {
    this.#runner = runner;
    runner.services.events.onEvent((event) => this.#heard(event));
  }

  adopt(flows: readonly FlowDefinition[]): void {
    this.#flows = flows.filter(({ start }) => start.kind === 'PlatformEvent');
  }

  #heard(event: OrgEvent): void {
    for (const flow of this.#flows) {
      if (flow.start.object?.toLowerCase() !== event.eventName.toLowerCase()) continue;
      this.#runner.queue.add({
        key: `event:${event.uuid}:${flow.fullName}`,
        dueAt: this.#runner.services.clock.now(),
        run: () => this.#run(flow, event)
      });
    }
  }

  async #run(flow: FlowDefinition, event: OrgEvent): Promise<void> {
    const fields = {
      ...event.payload,
      ReplayId: String(event.replayId),
      EventUuid: event.uuid,
      CreatedDate: event.publishedAt.toISOString(),
      CreatedById: event.publishedById
    };
    const interview = this.#runner.prepare(flow, {
      user: this.#userOf(flow, event),
      inSystemMode: true,
      trigger: `PlatformEvent ${event.eventName} ${event.uuid}`,
      triggering: {
        record: { objectName: event.eventName, fields },
        prior: null
      }
    });
    if (!meetsEntry(interview)) return;
    await this.#runner.runByItself(this.#runner.begin(interview, flow.start.firstElement));
  }

  #userOf(flow: FlowDefinition, event: OrgEvent) {
    const { services } = this.#runner;
    if (flow.start.runAs === 'TriggeringUser') return services.access.ofUser(event.publishedById);
    return flow.start.runAs === undefined ? automatedProcess(services) : defaultWorkflowUser(services);
  }
}
