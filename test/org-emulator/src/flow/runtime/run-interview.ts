import { SalesforceError } from '../../errors/salesforce-error.ts';
import type { FlowElement } from '../flow-element.ts';
import { FlowCustomError, FlowFault, FlowLimitFault } from '../flow-fault.ts';
import type { Interview } from '../interview.ts';
import type { Steps } from './pause.ts';

/** Salesforce ends an interview that goes round for ever; older flow versions stop at 2,000 elements. */
const mostElements = 2000;

/**
 * The steps of an interview from an element to the end of its path. Throws FlowFault when an element fails
 * without fault path.
 */
export function* interviewSteps(interview: Interview, firstElement: string | undefined): Steps<void> {
  let next = firstElement;
  for (let count = 0; next !== undefined; count += 1) {
    if (count >= mostElements) throw new FlowLimitFault('Number of iterations exceeded');
    const element = interview.flow.elements.get(next);
    if (!element) throw new FlowFault(`The element ${next} does not exist.`);
    interview.visit(element.name);
    next = yield* elementSteps(interview, element);
  }
}

function* elementSteps(interview: Interview, element: FlowElement): Steps<string | undefined> {
  const { recorder, within } = interview;
  const name = within + element.name;
  const startedAt = performance.now();
  const step = (fault: string | undefined, next: string | undefined) => {
    const durationMs = Math.round(performance.now() - startedAt);
    recorder.step({ name, kind: element.kind, fault, next, durationMs });
  };
  try {
    const answer = element.run(interview);
    const next = typeof answer === 'object' ? yield* answer : answer;
    step(undefined, next);
    return next;
  } catch (error) {
    const fault = faultOf(error);
    const next = fault instanceof FlowLimitFault ? undefined : element.faultTarget;
    step(fault?.message ?? String(error), next);
    if (!fault || next === undefined) throw fault ?? error;
    interview.failed(fault.message);
    return next;
  }
}

/** What an element threw as a fault; undefined for custom errors and for defects, which no fault path gets. */
function faultOf(error: unknown): FlowFault | undefined {
  if (error instanceof FlowFault) return error;
  if (error instanceof FlowCustomError || !(error instanceof SalesforceError)) return undefined;
  return new FlowFault(`${error.code}: ${error.message}`);
}
