import { agreedSchema } from './agreed-values.ts';

const OWN: ReadonlySet<string> = new Set(Object.keys(agreedSchema.shape));

/**
 * What is kept with a link when orders agree on new values: theirs are replaced, and what keeping objects in step has put
 * beside them stays as it is now, whatever was read of it before.
 */
export function keptBeside(before: unknown, agreed: unknown): unknown {
  const others = membersOf(before).filter(([name]) => !OWN.has(name));
  const own = membersOf(agreed).filter(([name]) => OWN.has(name));
  return others.length + own.length === 0 ? null : Object.fromEntries([...others, ...own]);
}

function membersOf(value: unknown): readonly (readonly [string, unknown])[] {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : [];
}
