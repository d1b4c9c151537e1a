/** Turns everything that can go wrong on a page into one shape, so that every page shows failures alike. */
import { findProblemJson } from './problemJson';
import { salesforceProblem } from './salesforceProblems';
import type { SalesforceProblemCode } from './salesforceProblems';
import type { Problem } from './problem';

export { readProblemJson } from './problemJson';
export { salesforceProblem } from './salesforceProblems';
export type { FieldProblem, Problem } from './problem';

const FLOW_FAILURES: Readonly<Record<string, SalesforceProblemCode>> = {
  ERROR: 'LB802',
  PAUSED: 'LB802',
  TIMEOUT: 'LB803'
};

// What Salesforce says to a user without the principal: "We couldn't access the credential(s). You might not have
// the required permissions, or the external credential "…" might not exist." Only its English wording is known.
const NO_CREDENTIAL = /access the credential|external credential/i;

/**
 * The problem behind an error of any kind: of `c-sage-request`, of Lightning Data Service, a plain `Error`, a text.
 * Never throws; what it does not know becomes LB809 with the error's own words.
 */
export function reduceErrors(error: unknown): Problem {
  if (isJsonFault(error)) return salesforceProblem('LB804', error.message);
  const failure = readText(error, 'failure');
  if (failure !== undefined) return salesforceProblem(FLOW_FAILURES[failure] ?? 'LB809', failure);
  const body = readMember(error, 'body');
  if (body !== undefined) return salesforceProblem('LB806', readMessages(body));
  return salesforceProblem('LB809', typeof error === 'string' ? error : (readText(error, 'message') ?? ''));
}

/**
 * The problem behind the message of a flow's fault path. Whether an org hands a declared error response to the flow
 * as an output or as a fault is not documented, so problem details inside the message count like those in an output.
 */
export function reduceFault(message: string): Problem {
  const inside = findProblemJson(message);
  if (inside !== undefined) return inside;
  return NO_CREDENTIAL.test(message) ? salesforceProblem('LB801') : salesforceProblem('LB805', message);
}

/** Whether the user lacks a permission, rather than something being broken. */
export function isMissingAccess(problem: Problem): boolean {
  return problem.code === 'LB801';
}

function isJsonFault(error: unknown): error is Error {
  return error instanceof Error && error.name === 'JsonFault';
}

/** The messages in the body of a Lightning Data Service error: one, or a list of them. */
function readMessages(body: unknown): string {
  const parts: unknown[] = Array.isArray(body) ? body : [body];
  return parts.flatMap((part) => readText(part, 'message') ?? []).join(' ');
}

function readText(value: unknown, name: string): string | undefined {
  const member = readMember(value, name);
  return typeof member === 'string' ? member : undefined;
}

function readMember(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
