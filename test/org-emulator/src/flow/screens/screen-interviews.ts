import type { UserAccess } from '../../access/user-access.ts';
import { notFound, SalesforceError } from '../../errors/salesforce-error.ts';
import { isFlowError } from '../runtime/fault-report.ts';
import type { FlowDefinition } from '../flow-definition.ts';
import type { FlowValue } from '../flow-value.ts';
import type { Interview } from '../interview.ts';
import { type FlowRunner, type RunningInterview, setInputs } from '../runtime/flow-runner.ts';
import { interviewSteps } from '../runtime/run-interview.ts';
import type { SegmentEnd } from '../runtime/run-in-segments.ts';
import { outputsOf } from '../runtime/subflow.ts';
import { readInputs } from '../runtime/input-values.ts';
import { handOutputs, type ScreenError, takeValues } from './screen-values.ts';
import { type ScreenView, screenView } from './screen-view.ts';

/** Where a screen flow stands, with the statuses of lightning-flow's `onstatuschange`. */
export interface ScreenFlowState {
  readonly interviewGuid: string;
  readonly flow: string;
  readonly status: 'ERROR' | 'FINISHED' | 'FINISHED_SCREEN' | 'PAUSED' | 'STARTED';
  readonly screen: ScreenView | undefined;
  /** What was wrong with what the user gave; the screen stays. */
  readonly errors: readonly ScreenError[];
  readonly outputVariables: readonly {
    readonly name: string;
    readonly dataType: string;
    readonly value: FlowValue;
  }[];
  readonly faultMessage: string | undefined;
}

type ScreenPause = Extract<SegmentEnd, { kind: 'screen' }>;

interface Open {
  readonly userId: string;
  readonly interview: Interview;
  running: RunningInterview;
  at: ScreenPause;
  /** Screens of the flow itself that were shown before, oldest first. */
  readonly shown: string[];
}

/** Screen flows that users are in: started, led on and back, and finished. */
export class ScreenInterviews {
  readonly #runner: FlowRunner;
  readonly #open = new Map<string, Open>();

  constructor(runner: FlowRunner) {
    this.#runner = runner;
  }

  /** Starts a flow up to its first screen. Throws INVALID_INPUT for inputs that it does not have. */
  async start(
    flow: FlowDefinition,
    inputs: Readonly<Record<string, unknown>>,
    access: UserAccess
  ): Promise<ScreenFlowState> {
    const interview = this.#runner.prepare(flow, { user: access, inSystemMode: false, trigger: 'Screen' });
    setInputs(interview, readInputs(flow, inputs));
    const running = this.#runner.begin(interview, flow.start.firstElement);
    return this.#goOn({ userId: access.userId, interview, running, shown: [] });
  }

  /** Takes the values of the screen and goes on, or answers what is wrong with them. */
  async next(
    guid: string,
    values: Readonly<Record<string, FlowValue>>,
    access: UserAccess
  ): Promise<ScreenFlowState> {
    const open = this.#require(guid, access);
    const { screen, interview } = open.at;
    const errors = takeValues(screen, interview, values);
    if (errors.length > 0) return stateOf(open, 'STARTED', open.at, errors);
    handOutputs(screen, interview);
    if (interview === open.interview) open.shown.push(screen.name);
    return this.#goOn(open);
  }

  /** Goes back to the screen before. What was stored in between stays. Throws where there is none. */
  async back(guid: string, access: UserAccess): Promise<ScreenFlowState> {
    const open = this.#require(guid, access);
    const previous = open.shown.pop();
    if (previous === undefined || !open.at.screen.allowBack || open.at.interview !== open.interview) {
      throw new SalesforceError(400, 'INVALID_INPUT', 'The flow cannot go back from this screen.');
    }
    open.running = { interview: open.interview, steps: interviewSteps(open.interview, previous) };
    return this.#goOn(open);
  }

  /** Runs a screen action with the values of this moment; its results stand under its name, the screen stays. */
  async act(
    guid: string,
    actionName: string,
    values: Readonly<Record<string, FlowValue>>,
    access: UserAccess
  ): Promise<ScreenFlowState> {
    const open = this.#require(guid, access);
    const { screen, interview } = open.at;
    const action = screen.actions.find(({ name }) => name === actionName);
    const flow = action && interview.setting.flowNamed(action.actionName);
    if (!flow?.active) throw notFound();
    takeValues(screen, interview, values);
    const called = this.#runner.prepare(flow, {
      user: access,
      inSystemMode: false,
      trigger: `Action ${actionName}`
    });
    const inputs = action?.inputParameters.map(
      ({ name, value }) => [name, value ? interview.evaluate(value) : null] as const
    );
    setInputs(called, Object.fromEntries(inputs ?? []));
    await this.#runner.runByItself(this.#runner.begin(called, flow.start.firstElement));
    const results = { objectName: flow.fullName, fields: Object.fromEntries(outputsOf(called)) };
    interview.setElementValue(actionName, { objectName: 'ScreenAction', fields: { Results: results } });
    return stateOf(open, 'STARTED', open.at, []);
  }

  clear(): void {
    this.#open.clear();
  }

  async #goOn(open: Omit<Open, 'at'> & { at?: ScreenPause }): Promise<ScreenFlowState> {
    const { guid, recorder } = open.interview;
    this.#open.delete(guid);
    try {
      const end = await this.#runner.runInSegments(open.running);
      if (typeof end === 'object' && end.kind === 'screen') {
        this.#open.set(guid, { ...open, at: end });
        return stateOf(open, 'STARTED', end, []);
      }
      if (typeof end === 'object') return stateOf(open, 'PAUSED', undefined, []);
      const hadScreens = recorder.steps.some(({ kind }) => kind === 'screens');
      return stateOf(open, hadScreens ? 'FINISHED' : 'FINISHED_SCREEN', undefined, []);
    } catch (error) {
      if (!isFlowError(error)) throw error;
      return { ...stateOf(open, 'ERROR', undefined, []), faultMessage: error.message };
    }
  }

  #require(guid: string, access: UserAccess): Open {
    const open = this.#open.get(guid);
    if (open?.userId !== access.userId) throw notFound();
    return open;
  }
}

function stateOf(
  { interview }: Pick<Open, 'interview'>,
  status: ScreenFlowState['status'],
  at: ScreenPause | undefined,
  errors: readonly ScreenError[]
): ScreenFlowState {
  const outputs = [...interview.flow.variables.values()].filter(({ isOutput }) => isOutput);
  return {
    interviewGuid: interview.guid,
    flow: interview.flow.fullName,
    status,
    screen: at && screenView(at.screen, at.interview),
    errors,
    outputVariables: outputs.map(({ name, dataType }) => ({
      name,
      dataType,
      value: interview.resolve(name)
    })),
    faultMessage: undefined
  };
}
