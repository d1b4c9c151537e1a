import type { UserAccess } from '../access/user-access.ts';
import type { RecordTriggers } from '../data/record-triggers.ts';
import { SalesforceError } from '../errors/salesforce-error.ts';
import type { FlowDefinition } from './flow-definition.ts';
import { FlowFault } from './flow-fault.ts';
import type { FlowValue } from './flow-value.ts';
import { FlowRunner, setInputs } from './runtime/flow-runner.ts';
import type { FlowServices } from './runtime/flow-services.ts';
import { readInputs } from './runtime/input-values.ts';
import { outputsOf } from './runtime/subflow.ts';
import { ScreenInterviews } from './screens/screen-interviews.ts';
import { EventFlows } from './start/event-flows.ts';
import { RecordFlows } from './start/record-flows.ts';
import { ScheduledFlows } from './start/scheduled-flows.ts';
import type { TraceLog } from './trace/trace-log.ts';

/** What an interview hands out: every output variable, null where nothing was set. */
export interface FlowOutcome {
  readonly interviewGuid: string;
  readonly status: 'Finished' | 'Waiting';
  readonly outputs: Readonly<Record<string, FlowValue>>;
}

/** The org's flows: started by users, by records that are saved, by events, and by the clock. */
export class FlowRuntime {
  readonly #runner: FlowRunner;
  readonly #records: RecordFlows;
  readonly #scheduled: ScheduledFlows;
  readonly #events: EventFlows;
  /** Screen flows that users are in. */
  readonly screens: ScreenInterviews;
  #flows: ReadonlyMap<string, FlowDefinition> = new Map();

  constructor(flows: ReadonlyMap<string, FlowDefinition>, services: FlowServices) {
    this.#runner = new FlowRunner(services, (name) => this.#flows.get(name));
    this.#records = new RecordFlows(this.#runner);
    this.#scheduled = new ScheduledFlows(this.#runner);
    this.#events = new EventFlows(this.#runner);
    this.screens = new ScreenInterviews(this.#runner);
    this.become(flows);
  }

  /** Takes a deployment's flows in place of its own. Interviews that run go on with the flow they began. */
  become(flows: ReadonlyMap<string, FlowDefinition>): void {
    this.#flows = flows;
    const active = [...flows.values()].filter((flow) => flow.active);
    this.#records.adopt(active);
    this.#scheduled.adopt(active);
    this.#events.adopt(active);
  }

  /** What runs while records are saved, for `org.dml.useTriggers`. */
  get recordTriggers(): RecordTriggers {
    return this.#records;
  }

  /** The last runs, with all that explains them. */
  get traces(): TraceLog {
    return this.#runner.traces;
  }

  /** Resolves when no asynchronous work is due or running; scheduled work of later moments may remain. */
  settled(): Promise<void> {
    return this.#runner.queue.settled();
  }

  /** Asynchronous work that waits for its moment: its key and when it is due. */
  get planned(): readonly { readonly key: string; readonly dueAt: Date }[] {
    return this.#runner.queue.planned;
  }

  /** Forgets traces and asynchronous work, and plans the scheduled flows anew. */
  clear(): void {
    this.#runner.queue.clear();
    this.#runner.traces.clear();
    this.screens.clear();
    this.#scheduled.planAll();
  }

  /** Ends what would run by itself. */
  close(): void {
    this.#runner.queue.clear();
  }

  /** Active flows without screens that a user may run. */
  availableTo(access: UserAccess): FlowDefinition[] {
    return [...this.#flows.values()].filter(
      (flow) => flow.active && isCallable(flow) && access.canRunFlow(flow)
    );
  }

  /** The active flow of that name. Throws NOT_FOUND, or INSUFFICIENT_ACCESS when the user may not run it. */
  require(name: string, access: UserAccess): FlowDefinition {
    const flow = this.#flows.get(name);
    if (!flow?.active || flow.start.kind !== 'None') {
      throw new SalesforceError(404, 'NOT_FOUND', `The flow ${name} does not exist or has no active version`);
    }
    if (!access.canRunFlow(flow)) {
      const message =
        'You do not have the level of access necessary to perform the operation you requested. Please contact the owner of the record or your administrator if access is necessary.';
      throw new SalesforceError(403, 'INSUFFICIENT_ACCESS', message);
    }
    return flow;
  }

  /**
   * Runs a flow without screens in the user's own context. Throws SalesforceError for inputs it does not have, and
   * FlowFault when an element failed and no fault path was drawn.
   */
  async run(
    flow: FlowDefinition,
    inputs: Readonly<Record<string, unknown>>,
    access: UserAccess
  ): Promise<FlowOutcome> {
    const starting = { user: access, inSystemMode: false, trigger: 'REST' };
    const interview = this.#runner.prepare(flow, starting);
    setInputs(interview, readInputs(flow, inputs));
    const end = await this.#runner.runInSegments(this.#runner.begin(interview, flow.start.firstElement));
    if (typeof end === 'object' && end.kind === 'screen') {
      throw new FlowFault('A flow with screens cannot be run without its user.');
    }
    return {
      interviewGuid: interview.guid,
      status: typeof end === 'object' ? 'Waiting' : 'Finished',
      outputs: Object.fromEntries(outputsOf(interview))
    };
  }
}

function isCallable({ start, processType }: FlowDefinition): boolean {
  return start.kind === 'None' && processType === 'AutoLaunchedFlow';
}
