import type { UserAccess } from '../access/user-access.ts';
import { SalesforceError } from '../errors/salesforce-error.ts';
import type { FieldValue } from '../schema/field.ts';
import type { FlowDefinition } from './flow-definition.ts';
import { FlowFault } from './flow-fault.ts';
import { type FlowServices, Interview } from './interview.ts';

/** What a finished interview hands out: every output variable, null where nothing was set. */
export interface FlowOutcome {
  readonly interviewGuid: string;
  readonly outputs: Readonly<Record<string, FieldValue>>;
}

/** Starts flows for users. */
export class FlowRuntime {
  #flows: ReadonlyMap<string, FlowDefinition>;
  readonly #services: FlowServices;

  constructor(flows: ReadonlyMap<string, FlowDefinition>, services: FlowServices) {
    this.#flows = flows;
    this.#services = services;
  }

  /** Takes a deployment's flows in place of its own. Interviews that run go on with the flow they began. */
  become(flows: ReadonlyMap<string, FlowDefinition>): void {
    this.#flows = flows;
  }

  /** Active flows that a user may run. */
  availableTo(access: UserAccess): FlowDefinition[] {
    return [...this.#flows.values()].filter((flow) => flow.active && access.canRunFlow(flow));
  }

  /** The active flow of that name. Throws NOT_FOUND, or INSUFFICIENT_ACCESS when the user may not run it. */
  require(name: string, access: UserAccess): FlowDefinition {
    const flow = this.#flows.get(name);
    if (!flow?.active) {
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
   * Runs a flow in the user's own context. Throws SalesforceError for inputs it does not have, and FlowFault
   * when an element failed and no fault path was drawn.
   */
  async run(
    flow: FlowDefinition,
    inputs: Readonly<Record<string, unknown>>,
    access: UserAccess
  ): Promise<FlowOutcome> {
    const interview = new Interview(flow, access, this.#services);
    setInputs(interview, inputs);
    await interview.run();
    const outputs = [...flow.variables.values()].filter(({ isOutput }) => isOutput);
    return {
      interviewGuid: interview.guid,
      outputs: Object.fromEntries(outputs.map(({ name }) => [name, plainValue(interview, name)]))
    };
  }
}

function setInputs(interview: Interview, inputs: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(inputs)) {
    if (!interview.flow.variables.get(name)?.isInput) {
      const message = `The flow ${interview.flow.fullName} has no input variable ${name}`;
      throw new SalesforceError(400, 'INVALID_INPUT', message, [name]);
    }
    if (value !== null && !['string', 'number', 'boolean'].includes(typeof value)) {
      throw new SalesforceError(400, 'INVALID_INPUT', `The input ${name} has the wrong type`, [name]);
    }
    interview.assign(name, asFieldValue(value));
  }
}

function asFieldValue(value: unknown): FieldValue {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}

function plainValue(interview: Interview, name: string): FieldValue {
  const value = interview.resolve(name);
  if (typeof value === 'object' && value !== null) throw new FlowFault(`The output ${name} is a record.`);
  return value;
}
