/** An element failed: its fault path is taken, or the interview ends with this message. */
export class FlowFault extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'FlowFault';
  }
}

/** A limit of the transaction is passed: no fault path helps (Salesforce Help, "Per-Transaction Flow Limits"). */
export class FlowLimitFault extends FlowFault {
  constructor(message: string) {
    super(message);
    this.name = 'FlowLimitFault';
  }
}

/** One message of a custom error element: at a field, or at the top of the page. */
export interface CustomErrorMessage {
  readonly message: string;
  readonly field: string | undefined;
}

/** A custom error element stopped the save: the client gets its messages. */
export class FlowCustomError extends Error {
  readonly errors: readonly CustomErrorMessage[];

  constructor(errors: readonly CustomErrorMessage[]) {
    super(errors.map(({ message }) => message).join(' '));
    this.name = 'FlowCustomError';
    this.errors = errors;
  }
}
