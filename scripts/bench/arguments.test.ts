import { describe, expect, it } from 'vitest';
import { readArguments } from './arguments.ts';
import type { Scenario } from './scenario.ts';

const scenario = (name: string, options: Scenario['options'] = {}): Scenario => ({
  ...{ name, summary: `measures ${name}`, options },
  run: () => Promise.reject(new Error('is not run here'))
});
const known = [scenario('store'), scenario('sync', { rows: 'how many' })];
const read = (...words: string[]) => readArguments(words, known);

describe('the arguments of a benchmark', () => {
  it('when scenarios are named, then they come in that order, with what was chosen', () => {
    const { chosen, options } = read('sync', '--rows', '10,20');
    expect(chosen.map(({ name }) => name)).toEqual(['sync']);
    expect(options).toEqual({ rows: '10,20' });
    expect(read('sync', 'store').chosen.map(({ name }) => name)).toEqual(['sync', 'store']);
  });

  it('when a scenario or an option is not known, then all are told', () => {
    for (const words of [[], ['balanc'], ['sync', '--row', '1'], ['sync', 'store', '--rows', '1']])
      expect(() => read(...words)).toThrow(/store +measures store[^]+--rows: how many/);
  });
});
