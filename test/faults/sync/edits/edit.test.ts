import { describe, expect, it } from 'vitest';
import { expectedOf, type Edit, type EditedSide } from './edit.ts';
import { editedPlaces, type Rule } from './places.ts';

const [place] = editedPlaces;

function ended(rule: Rule, side: EditedSide): readonly unknown[] {
  const field = place?.fields.find((each) => each.rule === rule);
  if (place === undefined || field === undefined) throw new Error(`no field has the rule ${rule}`);
  const edit: Edit = { place, field, key: '01-ABF', side, inSage: 'S', inSalesforce: 'F' };
  const { inSage, inSalesforce, decidedBy } = expectedOf(edit);
  return [inSage, inSalesforce, decidedBy];
}

describe('what an edit must come to', () => {
  it.each<[Rule, EditedSide, readonly unknown[]]>([
    ['newest', 'sage', ['S', 'S', undefined]],
    ['sage-wins', 'salesforce', ['F', 'F', undefined]],
    ['newest', 'both, Salesforce last', ['F', 'F', 'newest']],
    ['newest', 'both, Sage last', ['S', 'S', 'newest']],
    ['sage-wins', 'both, Salesforce last', ['S', 'S', 'sage-wins']],
    ['salesforce-wins', 'both, Sage last', ['F', 'F', 'salesforce-wins']],
    ['ask', 'both, Sage last', ['S', 'F', 'ask']],
    ['only-sage', 'sage', ['S', 'S', undefined]]
  ])('when the rule is %s and %s edited, then it is so', (rule, side, expected) => {
    expect(ended(rule, side)).toEqual(expected);
  });
});
