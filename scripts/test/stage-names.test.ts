import { describe, expect, it } from 'vitest';
import { chooseStages, stageDescriptions, stepsOf } from './stage-names.mjs';

describe('chooseStages', () => {
  it('when none is named, then all of them are chosen', () => {
    expect(chooseStages([]).map(({ name }) => name)).toEqual(
      expect.arrayContaining(['build', 'unit', 'lwc', 'e2e'])
    );
  });

  it('when some are named, then those are chosen in the order in which they run', () => {
    expect(chooseStages(['lwc', 'lint']).map(({ name }) => name)).toEqual(['lint', 'lwc']);
  });

  it('when only light ones are named, then neither browser nor PostgreSQL is needed', () => {
    expect(chooseStages(['lint', 'lwc']).flatMap(({ needs }) => needs)).not.toContain('browser');
  });

  it('when a name is misspelt, then the fault names it and lists the stages', () => {
    expect(() => chooseStages(['lint', 'unti'])).toThrow(
      expect.objectContaining({
        message: 'there is no stage unti.',
        remedy: expect.stringContaining('lint, types') as string
      })
    );
  });
});

describe('what runs when', () => {
  it('when all stages are chosen, then each runs once: the build first, the browser last, tests by themselves', () => {
    const [first, beside, alone, last] = stepsOf(chooseStages([])).map((rows) =>
      rows.map((row) => row.map(({ name }) => name))
    );
    expect(first).toEqual([['build']]);
    expect(beside).toEqual([['lint'], ['format', 'types', 'fresh', 'metadata', 'lwc']]);
    expect(alone).toEqual([['unit']]);
    expect(last).toEqual([['e2e']]);
    expect([first, beside, alone, last].flat(3).toSorted()).toEqual(
      stageDescriptions.map(({ name }) => name).toSorted()
    );
  });
});
