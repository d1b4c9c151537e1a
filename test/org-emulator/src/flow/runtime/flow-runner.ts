import type { UserAccess } from '../../access/user-access.ts';
import type { FlowDefinition } from '../flow-definition.ts';
import type { FlowValue } from '../flow-value.ts';
import { Interview, type InterviewSetting, type TriggeringRecord } from '../interview.ts';
import { TraceLog } from '../trace/trace-log.ts';
import { isFlowError, reportFault } from './fault-report.ts';
import type { FlowServices } from './flow-services.ts';
import { JobQueue } from './job-queue.ts';
import type { Steps } from './pause.ts';
import { interviewSteps } from './run-interview.ts';
import { runInSegments, type SegmentEnd } from './run-in-segments.ts';
import { runSynchronously } from './run-synchronously.ts';
import { SystemAccess } from './running-user.ts';
import { outputsOf } from './subflow.ts';
import { TransactionUsages } from './transaction-usage.ts';

/** Who starts an interview, and by what. */
export interface Starting {
  readonly user: UserAccess;
  readonly inSystemMode: boolean;
  readonly trigger: string;
  readonly triggering?: TriggeringRecord | undefined;
}

/** An interview with the steps that it has still to take. */
export interface RunningInterview {
  readonly interview: Interview;
  readonly steps: Steps<void>;
}

/** Makes interviews and runs them: what all ways to start a flow have in common. */
export class FlowRunner {
  readonly services: FlowServices;
  readonly queue: JobQueue;
  readonly traces = new TraceLog();
  readonly #usages: TransactionUsages;
  readonly #flowNamed: (name: string) => FlowDefinition | undefined;

  constructor(services: FlowServices, flowNamed: (name: string) => FlowDefinition | undefined) {
    this.services = services;
    this.queue = new JobQueue(services.clock);
    this.#usages = new TransactionUsages(services.database);
    this.#flowNamed = flowNamed;
  }

  /** An interview that has not begun, as entry conditions are looked at. */
  prepare(flow: FlowDefinition, starting: Starting): Interview {
    const { user, inSystemMode, trigger, triggering } = starting;
    const setting: InterviewSetting = {
      services: this.services,
      usages: this.#usages,
      access: inSystemMode || flow.inSystemMode ? new SystemAccess(user) : user,
      user: user.user,
      trigger,
      triggering,
      flowNamed: this.#flowNamed
    };
    return new Interview(flow, setting);
  }

  /** Begins an interview: from here on it stands among the traces. */
  begin(interview: Interview, firstElement: string | undefined): RunningInterview {
    const { interviewLabel } = interview.flow;
    if (interviewLabel !== undefined) interview.recorder.interviewLabel = labelOf(interview, interviewLabel);
    this.traces.add(interview.recorder);
    return { interview, steps: interviewSteps(interview, firstElement) };
  }

  /** Runs an interview inside the running transaction. Throws what no fault path got, after it was reported. */
  runSynchronously(interview: Interview, firstElement: string | undefined): void {
    const { steps } = this.begin(interview, firstElement);
    try {
      runSynchronously(steps);
      this.#finished(interview);
    } catch (error) {
      reportFault(interview, error);
      throw error;
    }
  }

  /**
   * Runs an interview in transactions of its own until it ends, waits or shows a screen. Throws what no fault path
   * got, after it was reported.
   */
  async runInSegments(running: RunningInterview): Promise<SegmentEnd> {
    const { interview, steps } = running;
    try {
      const end = await runInSegments(steps, {
        database: this.services.database,
        usages: this.#usages,
        mayCommitBeforeCallout: interview.flow.processType === 'Flow',
        isCancelled: this.queue.watch()
      });
      this.#ended(running, end);
      return end;
    } catch (error) {
      reportFault(interview, error);
      throw error;
    }
  }

  /** Runs an interview that nobody waits for: a flow's own faults end with their report. */
  async runByItself(running: RunningInterview): Promise<void> {
    try {
      await this.runInSegments(running);
    } catch (error) {
      if (!isFlowError(error)) throw error;
    }
  }

  #ended(running: RunningInterview, end: SegmentEnd): void {
    const { interview } = running;
    if (end === 'finished') this.#finished(interview);
    else if (end === 'cancelled') interview.recorder.ended('fault', 'The org was reset.');
    else if (end.kind === 'screen') interview.recorder.ended('screen');
    else {
      interview.recorder.ended('waiting');
      const run = () => this.runByItself(running);
      this.queue.add({ key: `wait:${interview.guid}`, dueAt: end.until, run });
    }
  }

  #finished(interview: Interview): void {
    interview.recorder.outputs = Object.fromEntries(outputsOf(interview));
    interview.recorder.ended('finished');
  }
}

/** Salesforce leaves a label without its merge fields rather than stop the interview. */
function labelOf(interview: Interview, template: string): string {
  try {
    return interview.mergeText(template);
  } catch {
    return template;
  }
}

/** Sets input variables and notes them in the trace. */
export function setInputs(interview: Interview, inputs: Readonly<Record<string, FlowValue>>): void {
  for (const [name, value] of Object.entries(inputs)) interview.assign(name, value);
  interview.recorder.inputs = inputs;
}
