import type { ServerResponse } from 'node:http';
import type { SalesforceError } from '../../errors/salesforce-error.ts';

type Take = (error: SalesforceError) => void;

const takers = new WeakMap<ServerResponse, Take>();

/** Has refusals of this answer handed over at once: Express hands errors on only after the running turn. */
export function takeRefusals(response: ServerResponse, take: Take): void {
  takers.set(response, take);
}

/** Hands a refusal to whoever takes it, or throws it for Express to answer. */
export function refuse(response: ServerResponse, error: SalesforceError): void {
  const take = takers.get(response);
  if (!take) throw error;
  take(error);
}
