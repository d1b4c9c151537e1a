import COMPARE_ABSENT from '@salesforce/label/c.Sage_Failures_Compare_Absent';
import COMPARE_AGREED from '@salesforce/label/c.Sage_Failures_Compare_Agreed';
import COMPARE_ALL from '@salesforce/label/c.Sage_Failures_Compare_All';
import COMPARE_CAPTION from '@salesforce/label/c.Sage_Failures_Compare_Caption';
import COMPARE_CONFLICT from '@salesforce/label/c.Sage_Failures_Compare_Conflict';
import COMPARE_EQUAL from '@salesforce/label/c.Sage_Failures_Compare_Equal';
import COMPARE_FAILS from '@salesforce/label/c.Sage_Failures_Compare_Fails';
import COMPARE_FAULT from '@salesforce/label/c.Sage_Failures_Compare_Fault';
import COMPARE_FIELD from '@salesforce/label/c.Sage_Failures_Compare_Field';
import COMPARE_IN_STEP from '@salesforce/label/c.Sage_Failures_Compare_In_Step';
import COMPARE_LEFT from '@salesforce/label/c.Sage_Failures_Compare_Left';
import COMPARE_LEFT_OUT from '@salesforce/label/c.Sage_Failures_Compare_Left_Out';
import COMPARE_LINKED from '@salesforce/label/c.Sage_Failures_Compare_Linked';
import COMPARE_LOADING from '@salesforce/label/c.Sage_Failures_Compare_Loading';
import COMPARE_NO from '@salesforce/label/c.Sage_Failures_Compare_No';
import COMPARE_NOTHING from '@salesforce/label/c.Sage_Failures_Compare_Nothing';
import COMPARE_NOT_IN_SAGE from '@salesforce/label/c.Sage_Failures_Compare_Not_In_Sage';
import COMPARE_NOT_IN_SALESFORCE from '@salesforce/label/c.Sage_Failures_Compare_Not_In_Salesforce';
import COMPARE_OUTCOME from '@salesforce/label/c.Sage_Failures_Compare_Outcome';
import COMPARE_PASSES from '@salesforce/label/c.Sage_Failures_Compare_Passes';
import COMPARE_REFRESH from '@salesforce/label/c.Sage_Failures_Compare_Refresh';
import COMPARE_RULE from '@salesforce/label/c.Sage_Failures_Compare_Rule';
import COMPARE_RULE_ASK from '@salesforce/label/c.Sage_Failures_Compare_Rule_Ask';
import COMPARE_RULE_MASTER from '@salesforce/label/c.Sage_Failures_Compare_Rule_Master';
import COMPARE_RULE_NEWEST from '@salesforce/label/c.Sage_Failures_Compare_Rule_Newest';
import COMPARE_RULE_PERSON from '@salesforce/label/c.Sage_Failures_Compare_Rule_Person';
import COMPARE_RULE_SAGE from '@salesforce/label/c.Sage_Failures_Compare_Rule_Sage';
import COMPARE_RULE_SALESFORCE from '@salesforce/label/c.Sage_Failures_Compare_Rule_Salesforce';
import COMPARE_SAGE from '@salesforce/label/c.Sage_Failures_Compare_Sage';
import COMPARE_SALESFORCE from '@salesforce/label/c.Sage_Failures_Compare_Salesforce';
import COMPARE_TO_SAGE from '@salesforce/label/c.Sage_Failures_Compare_To_Sage';
import COMPARE_TO_SALESFORCE from '@salesforce/label/c.Sage_Failures_Compare_To_Salesforce';
import COMPARE_YES from '@salesforce/label/c.Sage_Failures_Compare_Yes';
import type { ComparedOutcome } from './comparison';

/** Words of the component, in the language of the reader. */
export const labels = {
  loading: COMPARE_LOADING,
  caption: COMPARE_CAPTION,
  field: COMPARE_FIELD,
  sage: COMPARE_SAGE,
  agreed: COMPARE_AGREED,
  salesforce: COMPARE_SALESFORCE,
  outcome: COMPARE_OUTCOME,
  refresh: COMPARE_REFRESH,
  all: COMPARE_ALL,
  equal: COMPARE_EQUAL,
  toSalesforce: COMPARE_TO_SALESFORCE,
  toSage: COMPARE_TO_SAGE,
  conflict: COMPARE_CONFLICT,
  left: COMPARE_LEFT,
  fault: COMPARE_FAULT,
  rule: COMPARE_RULE,
  sageWins: COMPARE_RULE_SAGE,
  salesforceWins: COMPARE_RULE_SALESFORCE,
  newest: COMPARE_RULE_NEWEST,
  ask: COMPARE_RULE_ASK,
  master: COMPARE_RULE_MASTER,
  person: COMPARE_RULE_PERSON,
  nothing: COMPARE_NOTHING,
  yes: COMPARE_YES,
  no: COMPARE_NO,
  passes: COMPARE_PASSES,
  fails: COMPARE_FAILS,
  leftOut: COMPARE_LEFT_OUT,
  absent: COMPARE_ABSENT,
  notInSage: COMPARE_NOT_IN_SAGE,
  notInSalesforce: COMPARE_NOT_IN_SALESFORCE,
  inStep: COMPARE_IN_STEP,
  linked: COMPARE_LINKED
} as const;

const OUTCOMES: Readonly<Record<ComparedOutcome, readonly [words: string, icon: string]>> = {
  equal: [labels.equal, 'utility:check'],
  'to-salesforce': [labels.toSalesforce, 'utility:forward'],
  'to-sage': [labels.toSage, 'utility:back'],
  conflict: [labels.conflict, 'utility:warning'],
  left: [labels.left, 'utility:dash'],
  fault: [labels.fault, 'utility:error']
};

export function outcomeInWords(outcome: ComparedOutcome): { readonly words: string; readonly icon: string } {
  const [words, icon] = OUTCOMES[outcome];
  return { words, icon };
}

const RULES: Readonly<Record<string, string>> = {
  'sage-wins': labels.sageWins,
  'salesforce-wins': labels.salesforceWins,
  newest: labels.newest,
  ask: labels.ask,
  master: labels.master,
  person: labels.person
};

/** A rule in words; one that this release does not know, as it is named. */
export function ruleInWords(rule: string): string {
  return RULES[rule] ?? rule;
}
