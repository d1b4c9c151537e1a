import { isMissingAccess } from 'c/reduceErrors';
import type { Problem } from 'c/reduceErrors';
import type { Figures } from './figures';
import type { SummaryReply } from './summaryReply';

/** What is known of the account's link to Sage. */
export type Link =
  /** The record has not come yet. */
  | { readonly kind: 'unknown' }
  /** The user may not see the Sage fields. */
  | { readonly kind: 'hidden' }
  | { readonly kind: 'none' }
  | { readonly kind: 'linked'; readonly customerNo: string }
  | { readonly kind: 'unreadable' };

/** All that the page knows. Changed only by the functions below, each for one thing that can happen. */
export interface SummaryState {
  readonly link: Link;
  /** Saved on the record. */
  readonly saved: Figures | undefined;
  /** The service's last answer. */
  readonly answered: Figures | undefined;
  readonly problem: Problem | undefined;
  /** Whether the service is being asked now. */
  readonly asking: boolean;
}

export const INITIAL_STATE: SummaryState = {
  link: { kind: 'unknown' },
  saved: undefined,
  answered: undefined,
  problem: undefined,
  asking: false
};

/** The account came, or changed. An answer about another customer is dropped. */
export function recordCame(
  state: SummaryState,
  customerNo: string | null | undefined,
  saved: Figures | undefined
): SummaryState {
  if (customerNo === undefined) return { ...INITIAL_STATE, link: { kind: 'hidden' } };
  if (customerNo === null) return { ...INITIAL_STATE, link: { kind: 'none' } };
  if (isLinkedTo(state, customerNo)) return { ...state, saved };
  return { ...INITIAL_STATE, link: { kind: 'linked', customerNo }, saved };
}

/** The account could not be read. Only its record can mend that, so asking Sage again is not offered. */
export function recordFailed(problem: Problem): SummaryState {
  return { ...INITIAL_STATE, link: { kind: 'unreadable' }, problem: { ...problem, retryable: false } };
}

/** The service is asked. What went wrong before stays in sight until there is an answer. */
export function askingStarted(state: SummaryState): SummaryState {
  return { ...state, asking: true };
}

/** The service, or the flow, answered. Figures that were shown stay when the answer brings none. */
export function replyCame(state: SummaryState, reply: SummaryReply): SummaryState {
  switch (reply.kind) {
    case 'figures':
      return { ...state, asking: false, answered: reply.figures, problem: undefined };
    case 'not-linked':
      return { ...INITIAL_STATE, link: { kind: 'none' } };
    default:
      return { ...state, asking: false, problem: reply.problem };
  }
}

/** The request ended because the page goes away: nobody is to be told. */
export function askingStopped(state: SummaryState): SummaryState {
  return { ...state, asking: false };
}

/** Whether the state is of this customer. Sage writes codes in capitals, whatever was typed into the account. */
export function isLinkedTo({ link }: SummaryState, customerNo: string): boolean {
  return link.kind === 'linked' && capitals(link.customerNo) === capitals(customerNo);
}

/** The best figures there are: an answer before what was saved. */
export function figuresOf(state: SummaryState): Figures | undefined {
  return state.answered ?? state.saved;
}

/** Nothing to show yet, and something may still come. */
export function isLoading(state: SummaryState): boolean {
  if (state.link.kind === 'unknown') return true;
  if (state.link.kind !== 'linked' || figuresOf(state) !== undefined) return false;
  // Tried again after a problem, the wait is in sight like the first one.
  return state.asking || state.problem === undefined;
}

/** The user lacks a permission: for the fields, or for the credential that the call is signed with. */
export function isDenied({ link, problem }: SummaryState): boolean {
  return link.kind === 'hidden' || (problem !== undefined && isMissingAccess(problem));
}

function capitals(customerNo: string): string {
  return customerNo.trim().toUpperCase();
}
