/** Reads JSON that came from outside: each value is checked before it is used, and a fault names its place. */
import { isMoney } from 'c/money';
import type { Money } from 'c/money';

/** Longer texts are not shown on a page; an answer with one is not what it says it is. */
const MAX_TEXT_LENGTH = 2000;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?Z$/;

/** The JSON is not what was agreed. The message names the place and what was expected, and repeats no value. */
export class JsonFault extends Error {
  constructor(place: string, expected: string) {
    super(`${place}: expected ${expected}`);
    this.name = 'JsonFault';
  }
}

/**
 * One JSON object whose members are asked for by name and kind. Every method throws a `JsonFault` when the member is
 * not of that kind; the optional ones give undefined for a member that is absent or null.
 */
export class JsonReader {
  private readonly members: ReadonlyMap<string, unknown>;
  private readonly place: string;

  constructor(value: unknown, place: string) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      throw new JsonFault(place, 'an object');
    }
    this.members = new Map<string, unknown>(Object.entries(value));
    this.place = place;
  }

  /** The member as it is, undefined where it is absent: whoever asks checks it. */
  value(name: string): unknown {
    return this.members.get(name);
  }

  text(name: string): string {
    const value = this.members.get(name);
    if (typeof value === 'string' && value.length <= MAX_TEXT_LENGTH) return value;
    throw this.fault(name, 'a text');
  }

  optionalText(name: string): string | undefined {
    return this.isAbsent(name) ? undefined : this.text(name);
  }

  flag(name: string): boolean {
    const value = this.members.get(name);
    if (typeof value === 'boolean') return value;
    throw this.fault(name, 'true or false');
  }

  /** A whole number that JavaScript holds exactly. */
  count(name: string): number {
    const value = this.members.get(name);
    if (typeof value === 'number' && Number.isSafeInteger(value)) return value;
    throw this.fault(name, 'a whole number');
  }

  optionalCount(name: string): number | undefined {
    return this.isAbsent(name) ? undefined : this.count(name);
  }

  /** A number that may have decimals, as a share in per cent; never an amount of money. */
  number(name: string): number {
    const value = this.members.get(name);
    if (typeof value === 'number' && Number.isFinite(value)) return value;
    throw this.fault(name, 'a number');
  }

  money(name: string): Money {
    const value = this.members.get(name);
    if (isMoney(value)) return value;
    throw this.fault(name, 'an amount with two decimals');
  }

  optionalMoney(name: string): Money | undefined {
    return this.isAbsent(name) ? undefined : this.money(name);
  }

  /** A calendar day `YYYY-MM-DD` that exists. */
  optionalDay(name: string): string | undefined {
    if (this.isAbsent(name)) return undefined;
    const value = this.text(name);
    const time = Date.parse(`${value}T00:00:00Z`);
    // Date.parse takes 30 February for 2 March.
    if (DAY.test(value) && !Number.isNaN(time) && new Date(time).toISOString().startsWith(value))
      return value;
    throw this.fault(name, 'a day');
  }

  /** A moment in UTC, ISO 8601. */
  moment(name: string): string {
    const value = this.text(name);
    if (MOMENT.test(value) && !Number.isNaN(Date.parse(value))) return value;
    throw this.fault(name, 'a moment in UTC');
  }

  oneOf<const Value extends string>(name: string, values: readonly Value[]): Value {
    const value = this.members.get(name);
    const found = values.find((candidate) => candidate === value);
    if (found !== undefined) return found;
    throw this.fault(name, `one of ${values.join(', ')}`);
  }

  matching(name: string, pattern: RegExp, expected: string): string {
    const value = this.text(name);
    if (pattern.test(value)) return value;
    throw this.fault(name, expected);
  }

  object(name: string): JsonReader {
    return new JsonReader(this.members.get(name), `${this.place}.${name}`);
  }

  optionalObject(name: string): JsonReader | undefined {
    return this.isAbsent(name) ? undefined : this.object(name);
  }

  /** A list of objects, each read by `read`, at most `most` of them. */
  list<Item>(name: string, most: number, read: (item: JsonReader) => Item): readonly Item[] {
    const value: unknown = this.members.get(name);
    if (!Array.isArray(value) || value.length > most) throw this.fault(name, `a list of at most ${most}`);
    return value.map((item, index) => read(new JsonReader(item, `${this.place}.${name}[${index}]`)));
  }

  private isAbsent(name: string): boolean {
    return (this.members.get(name) ?? null) === null;
  }

  private fault(name: string, expected: string): JsonFault {
    return new JsonFault(`${this.place}.${name}`, expected);
  }
}

/** Reads a text as one JSON object. Throws a `JsonFault` otherwise. */
export function readJsonObject(text: string): JsonReader {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new JsonFault('answer', 'JSON');
  }
  return new JsonReader(value, 'answer');
}
