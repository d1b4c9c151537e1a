import type { FlowReply } from 'c/flowRequest';
import { JsonFault } from 'c/jsonCheck';
import { reduceErrors, salesforceProblem } from 'c/reduceErrors';
import type { Problem } from 'c/reduceErrors';
import { readOperationReply } from 'c/sageOperation';
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
  switch (outputs.get('outcome')) {
    case 'NOT_LINKED':
      return { kind: 'not-linked' };
    case 'NO_ACCOUNT':
      return { kind: 'problem', problem: salesforceProblem('LB806') };
    default: {
      const reply = readOperationReply({ outputs: Object.fromEntries(outputs) });
      return reply.kind === 'problem' ? reply : readFigures(outputs);
    }
  }
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

/** A text variable; a flow hands on an empty one as null, as an empty text, or not at all. */
function textOf(outputs: ReadonlyMap<string, unknown>, name: string): string | undefined {
  const value = outputs.get(name);
  return typeof value === 'string' && value !== '' ? value : undefined;
}
