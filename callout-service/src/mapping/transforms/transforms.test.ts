import { describe, expect, it } from 'vitest';
import type { Example } from './definition.ts';
import { transformDefinitions } from './definitions.ts';
import { exampleContext } from './example-context.ts';
import { turnValues } from './turn-values.ts';
import { transformSchema } from './transform.ts';

const kinds = Object.entries(transformDefinitions);

describe.each(kinds)('transform %s', (kind, definition) => {
  it.each(definition.examples.map((example) => [JSON.stringify(example), example] as const))(
    'when values go through it, then they become what its example says: %s',
    (_, example) => {
      expect(example.transform.kind).toBe(kind);
      expect(transformSchema.parse(example.transform)).toEqual(example.transform);
      runExample(example);
    }
  );

  it('when it is documented, then an example shows each way that it goes', () => {
    const turning = definition.examples.filter((example) => 'sage' in example);
    const bothWays = turning.filter(({ transform }) => !definition.oneWay(transform));
    expect(turning.length).toBeGreaterThan(0);
    if (bothWays.length > 0) {
      const ways = bothWays.flatMap(({ only }) => only ?? ['to-salesforce', 'to-sage']);
      expect(new Set(ways)).toEqual(new Set(['to-salesforce', 'to-sage']));
    }
  });
});

function runExample(example: Example): void {
  const context = { ...exampleContext, ...example.context };
  const turn = (from: 'sage' | 'salesforce', values: Parameters<typeof turnValues>[1]) =>
    turnValues([example.transform], values, from === 'sage' ? 'forward' : 'backward', {
      ...context,
      sageLengths:
        example.context?.sageLengths ?? ('sage' in example ? example.sage.map(() => undefined) : [undefined])
    });
  if ('refused' in example) {
    const { from, values, refused } = example;
    expect(turn(from, values)).toMatchObject({ problem: refused });
    return;
  }
  if (example.only !== 'to-sage') expect(turn('sage', example.sage)).toEqual(example.salesforce);
  if (example.only !== 'to-salesforce') expect(turn('salesforce', example.salesforce)).toEqual(example.sage);
}
