import { asFlag } from '../../values/flag.ts';
import { never, type TransformDefinition, type TransformOf } from '../definition.ts';
import { kindsOnEach } from '../kinds-of-values.ts';
import { onEach, refusal, type Turned, type Values } from '../turning.ts';

function turnedRound({ at }: TransformOf<'not'>, values: Values): Turned {
  return onEach(at, values, (value) => {
    const flag = asFlag(value);
    return flag === undefined ? refusal(value, 'It is neither yes nor no.', 'Set it to Y or N.') : !flag;
  });
}

export const not: TransformDefinition<'not'> = {
  meaning: 'A flag turned round, as Sage’s `inactive` ↔ Salesforce’s `IsActive`.',
  forward: turnedRound,
  backward: turnedRound,
  oneWay: never,
  kinds: ({ at }, entering) => kindsOnEach(entering, at, (kind) => kind === 'flag'),
  examples: [
    { transform: { kind: 'not' }, sage: [true], salesforce: [false] },
    { transform: { kind: 'not' }, sage: [false], salesforce: [true] },
    { transform: { kind: 'not' }, from: 'sage', values: ['perhaps'], refused: 'It is neither yes nor no.' }
  ]
};
