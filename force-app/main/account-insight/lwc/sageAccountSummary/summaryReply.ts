import type { FlowReply } from 'c/flowRequest';
import { JsonFault } from 'c/jsonCheck';
import { readProblemJson, reduceErrors, reduceFault, salesforceProblem } from 'c/reduceErrors';
import type { Problem } from 'c/reduceErrors';
import { readCustomerSummary } from './customerSummary';
import type { Figures } from './figures';

/** What the flow `Sage_Customer_Summary` answered. */
export type SummaryReply =
  | { readonly kind: 'figures'; readonly figures: Figures }
  | { readonly kind: 'problem'; readonly problem: Problem }
  | { readonly kind: 'not-linked' };

/** Reads the flow's output variables. Never throws: an answer that is not what was agreed is a problem, LB804. */
export function readSummaryReply({ outputs }: FlowReply): SummaryReply {
  try {
    return read(new Map(Object.entries(outputs)));
  } catch (error) {
    return { kind: 'problem', problem: reduceErrors(error) };
  }
}

function read(outputs: ReadonlyMap<string, unknown>): SummaryReply {
  const problemJson = textOf(outputs, 'clientProblemJson') ?? textOf(outputs, 'serverProblemJson');
  switch (outputs.get('outcome')) {
    case 'ANSWERED':
      return problemJson === undefined ? readFigures(outputs) : refused(readProblemJson(problemJson));
    case 'FAULT':
      return refused(readFault(outputs, problemJson));
    case 'NOT_LINKED':
      return { kind: 'not-linked' };
    case 'NO_ACCOUNT':
      return refused(salesforceProblem('LB806'));
    default:
      throw new JsonFault('outcome', 'ANSWERED, FAULT, NOT_LINKED or NO_ACCOUNT');
  }
}

/** A declared error response may come as an output and take the fault path as well; its own words are better. */
function readFault(outputs: ReadonlyMap<string, unknown>, problemJson: string | undefined): Problem {
  if (problemJson !== undefined) return readProblemJson(problemJson);
  return reduceFault(textOf(outputs, 'faultMessage') ?? '');
}

/** The figures, once it is certain that they are those of the customer who was asked for. */
function readFigures(outputs: ReadonlyMap<string, unknown>): SummaryReply {
  const text = textOf(outputs, 'summaryJson');
  if (text === undefined) throw new JsonFault('summaryJson', 'a text');
  const figures = readCustomerSummary(text);
  const asked = textOf(outputs, 'customerNo');
  if (asked?.trim().toUpperCase() !== figures.customerNo)
    throw new JsonFault('customerNo', 'the one asked for');
  return { kind: 'figures', figures };
}

function refused(problem: Problem): SummaryReply {
  return { kind: 'problem', problem };
}

/** A text variable; a flow hands on an empty one as null, as an empty text, or not at all. */
function textOf(outputs: ReadonlyMap<string, unknown>, name: string): string | undefined {
  const value = outputs.get(name);
  return typeof value === 'string' && value !== '' ? value : undefined;
}
