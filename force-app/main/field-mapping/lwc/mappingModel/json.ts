/** Looks into JSON of any kind: what is not there, or is something else, is a `JsonFault`. */
import { JsonFault } from 'c/jsonCheck';

export function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

export function parsed(text: string, place = 'answer'): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    throw new JsonFault(place, 'JSON');
  }
}

export function textIn(value: unknown, name: string): string {
  const member = memberOf(value, name);
  if (typeof member === 'string') return member;
  throw new JsonFault(name, 'a text');
}

export function optionalTextIn(value: unknown, name: string): string | undefined {
  return (memberOf(value, name) ?? undefined) === undefined ? undefined : textIn(value, name);
}

export function flagIn(value: unknown, name: string): boolean {
  return memberOf(value, name) === true;
}

export function countIn(value: unknown, name: string): number {
  const member = memberOf(value, name);
  if (typeof member === 'number' && Number.isSafeInteger(member)) return member;
  throw new JsonFault(name, 'a whole number');
}

export function optionalCountIn(value: unknown, name: string): number | undefined {
  return (memberOf(value, name) ?? undefined) === undefined ? undefined : countIn(value, name);
}

export function listIn<Item>(value: unknown, name: string, read: (item: unknown) => Item): readonly Item[] {
  const member = memberOf(value, name);
  if (Array.isArray(member)) return member.map((item: unknown) => read(item));
  throw new JsonFault(name, 'a list');
}

export function textsIn(value: unknown, name: string): readonly string[] {
  return listIn(value, name, (item) => {
    if (typeof item === 'string') return item;
    throw new JsonFault(name, 'a list of texts');
  });
}

export function oneOf<const Choice extends string>(
  value: unknown,
  name: string,
  choices: readonly Choice[]
): Choice {
  const member = memberOf(value, name);
  const found = choices.find((choice) => choice === member);
  if (found !== undefined) return found;
  throw new JsonFault(name, `one of ${choices.join(', ')}`);
}
