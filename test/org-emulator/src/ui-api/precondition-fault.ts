import { SalesforceError } from '../errors/salesforce-error.ts';

/** 412: somebody else changed the record meanwhile. Tells the record as it is now. */
export class PreconditionFault extends SalesforceError {
  readonly current: unknown;

  constructor(error: SalesforceError, current: unknown) {
    super(error.status, error.code, error.message);
    this.current = current;
  }
}
