import type { FieldValue } from '../field-value.ts';
import type { FieldDecision } from './merge.ts';

/**
 * One field map's decision as a sentence for people, as `name: to Salesforce, "Acme" becomes "Acme Ltd"; both had changed,
 * and Sage wins.` It names the record's values, so it is not for the log of the service.
 */
export function describeDecision(decision: FieldDecision): string {
  const why = reason(decision);
  return `${decision.id}: ${whatHappens(decision)}${why === '' ? '' : `; ${why}`}.`;
}

function whatHappens({ outcome, sage, salesforce, result }: FieldDecision): string {
  switch (outcome) {
    case 'to-salesforce':
      return `to Salesforce, ${inWords(salesforce)} becomes ${inWords(result.salesforce)}`;
    case 'to-sage':
      return `to Sage, ${inWords(sage)} becomes ${inWords(result.sage)}`;
    case 'conflict':
      return `both changed, Sage to ${inWords(sage)} and Salesforce to ${inWords(salesforce)}; a person decides`;
    case 'fault':
      return `Sage has ${inWords(sage)} and Salesforce ${inWords(salesforce)}, which cannot be carried over`;
    case 'left':
      return `left as it is, ${inWords(sage)} in Sage and ${inWords(salesforce)} in Salesforce`;
    case 'equal':
      return `nothing to do, ${inWords(sage)} in Sage and ${inWords(salesforce)} in Salesforce`;
  }
}

const RULES = {
  'sage-wins': 'both had changed, and Sage wins',
  'salesforce-wins': 'both had changed, and Salesforce wins',
  newest: 'both had changed, and the newer one wins',
  ask: '',
  master: 'nothing was agreed before, and the master prevails',
  person: 'a person decided so'
} as const;

function reason({ by }: FieldDecision): string {
  return by === undefined ? '' : RULES[by];
}

function inWords(values: readonly FieldValue[]): string {
  const texts = values
    .filter((value) => value !== null && value !== '')
    .map((value) => JSON.stringify(value));
  return texts.length === 0 ? 'nothing' : texts.join(', ');
}
