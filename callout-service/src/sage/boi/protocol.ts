/**
 * The messages between the service and a bridge process, one JSON object a line, UTF-8: requests on the bridge's standard
 * input, answers on its standard output. A bridge knows nothing of Sage: it creates COM objects, calls members, reads
 * properties, and hands back what came. Which members, in which order, and what their answers mean is decided here in
 * TypeScript. Described for people, with examples, in callout-service/bridge/README.md.
 */
export const BRIDGE_PROTOCOL_VERSION = 1;

/** A value as Business Object Interface calls take and give it: text, a double, or nothing. */
export type BoiValue = string | number | null;

/** The name that a batch gives to an object, valid until it is released or the bridge ends. */
export type Handle = string;

/**
 * One argument of a call. A plain value goes by value; `out` goes by reference, begins as an empty text or zero, and what
 * the call put there comes back; `handle` passes an object on, as NewObject wants its session.
 */
export type CallArgument = BoiValue | { readonly out: 'string' | 'number' } | { readonly handle: Handle };

/**
 * What a call's return value means for the batch. Unless it is one of `quiet`, the text property `message` of the same
 * object is read at once, before anything else can overwrite it. Unless it is one of `goOn`, the batch stops there.
 */
export interface Expectation {
  readonly goOn: readonly number[];
  readonly quiet: readonly number[];
  readonly message: string;
}

/** Creates a COM object by its ProgID and names it. */
export interface CreateStep {
  readonly op: 'create';
  readonly progId: string;
  readonly as: Handle;
}

/** Calls a member. With `as`, the return value is an object and gets that name. */
export interface CallStep {
  readonly op: 'call';
  readonly on: Handle;
  readonly member: string;
  readonly args?: readonly CallArgument[];
  readonly as?: Handle;
  readonly expect?: Expectation;
}

/** Reads a property. With `as`, it is an object and gets that name. */
export interface GetStep {
  readonly op: 'get';
  readonly on: Handle;
  readonly member: string;
  readonly as?: Handle;
}

/** Forgets an object and releases its COM reference. A handle that is not known is passed over. */
export interface ReleaseStep {
  readonly op: 'release';
  readonly handle: Handle;
}

export type Step = CreateStep | CallStep | GetStep | ReleaseStep;

/** Runs steps one after the other; the first that fails, or whose return value is not expected, ends the batch. */
export interface Batch {
  readonly type: 'batch';
  readonly id: number;
  readonly steps: readonly Step[];
}

/** Releases everything and ends the process, as the end of standard input does. */
export interface End {
  readonly type: 'end';
}

export type ToBridge = Batch | End;

/** What one step gave. */
export interface StepResult {
  /** The return value or property; absent for `create`, `release`, and where an object got a name. */
  readonly value?: BoiValue;
  /** What the `out` arguments hold now, in their order. */
  readonly out?: readonly BoiValue[];
  /** The message property, where the expectation had it read. */
  readonly message?: string;
}

/** First line of a bridge. */
export interface Ready {
  readonly type: 'ready';
  readonly protocol: number;
  /** Which bridge this is, with its version, as `powershell 1.0`. */
  readonly bridge: string;
  readonly pid: number;
  /** Bitness of the bridge process, which matters only where COM servers are registered for one. */
  readonly bits: 32 | 64;
}

/** The batch ran; `results` is shorter than its steps when an unexpected return value stopped it. */
export interface BatchDone {
  readonly type: 'done';
  readonly id: number;
  readonly results: readonly StepResult[];
  readonly stopped: boolean;
}

/** A step failed: the object has no such member, COM refused, or the batch itself cannot be run. */
export interface BatchFault {
  readonly type: 'fault';
  readonly id: number;
  /** Results of the steps before it. */
  readonly results: readonly StepResult[];
  readonly fault: {
    /** Index of the step. */
    readonly step: number;
    /** `com`: the call failed in COM or in the server; `request`: the step is malformed or names an unknown handle. */
    readonly kind: 'com' | 'request';
    /** The HRESULT as `0x80010105`, or '' . */
    readonly code: string;
    readonly message: string;
  };
}

/** Sent every second from a thread of its own, also while a call does not return. */
export interface Heartbeat {
  readonly type: 'heartbeat';
  /** The batch under way, with the step that is running; null when idle. */
  readonly busy: { readonly id: number; readonly step: number } | null;
}

export type FromBridge = Ready | BatchDone | BatchFault | Heartbeat;

/** How often a bridge gives a sign of life. */
export const HEARTBEAT_INTERVAL_MS = 1_000;
