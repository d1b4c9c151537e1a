/** What a page and the transport `c-sage-request` say to each other. */

/** An input variable of a flow, in the form that `lightning-flow` takes. */
export interface FlowInput {
  readonly name: string;
  readonly type: 'String' | 'Number' | 'Boolean' | 'Date' | 'DateTime';
  readonly value: string | number | boolean;
}

/** One question: an autolaunched flow of this package and its inputs. */
export interface FlowRequest {
  /** The flow's name without a namespace; the transport adds the one that the package is installed under. */
  readonly flowApiName: string;
  readonly inputVariables: readonly FlowInput[];
  /** How long to wait for the flow to finish. */
  readonly timeoutMs?: number;
}

/** The output variables of a finished flow, by name. Nothing in them is to be trusted unchecked. */
export interface FlowReply {
  readonly outputs: Readonly<Record<string, unknown>>;
}

/** Why a request got no reply. */
export type FlowFailure =
  /** The platform could not run the flow, or the flow ended with an error that it does not handle. */
  | 'ERROR'
  /** The flow waits for somebody; a flow that answers a page never should. */
  | 'PAUSED'
  | 'TIMEOUT'
  /** The page went away while the flow ran. */
  | 'DISCONNECTED';

/** A request that got no reply. */
export class FlowRequestError extends Error {
  readonly failure: FlowFailure;
  readonly flowApiName: string;

  constructor(failure: FlowFailure, flowApiName: string) {
    super(`Flow ${flowApiName}: ${failure}`);
    this.name = 'FlowRequestError';
    this.failure = failure;
    this.flowApiName = flowApiName;
  }
}
