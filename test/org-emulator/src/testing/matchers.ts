import { expect } from 'vitest';

/** A text that contains another, inside `toMatchObject`. */
export function containing(part: string): unknown {
  return expect.stringContaining(part);
}

/** A text that matches a pattern. */
export function matching(pattern: RegExp): unknown {
  return expect.stringMatching(pattern);
}

/** A list that has an item with these properties. */
export function listWith(properties: Readonly<Record<string, unknown>>): unknown {
  return expect.arrayContaining([expect.objectContaining(properties)]);
}
