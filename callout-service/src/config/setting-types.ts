import { IANAZone } from 'luxon';
import { z } from 'zod';
import type { SettingType } from './setting.ts';

/** A whole number within bounds; units are in the setting's name. */
export function wholeNumber(min: number, max: number): SettingType<number> {
  const allowed = `a whole number from ${min} to ${max}`;
  const schema = z
    .string()
    .regex(/^\d{1,15}$/)
    .transform(Number)
    .refine((value) => value >= min && value <= max);
  return { schema, allowed };
}

/** One word of a closed list. */
export function oneOf<const Word extends string>(words: readonly Word[]): SettingType<Word> {
  return { schema: z.enum(words), allowed: words.map((word) => `\`${word}\``).join(', ') };
}

/** `true` or `false`. */
export function flag(): SettingType<boolean> {
  const schema = z.enum(['true', 'false']).transform((word) => word === 'true');
  return { schema, allowed: '`true`, `false`' };
}

/** Any text that matches the pattern. */
export function text(allowed: string, pattern = /\S/): SettingType<string> {
  return { schema: z.string().regex(pattern), allowed };
}

/** Several texts with commas between them; blanks around them do not count. */
export function textList(allowed: string): SettingType<readonly string[]> {
  const schema = z
    .string()
    .transform((value) => splitList(value))
    .refine((items) => items.length > 0);
  return { schema, allowed };
}

/** Arguments of a program, as a JSON list of texts: no shell reads them, so nothing needs quoting. */
export function programArguments(): SettingType<readonly string[]> {
  const schema = z
    .string()
    .transform((value, context) => {
      try {
        return JSON.parse(value) as unknown;
      } catch {
        context.addIssue({ code: 'custom', message: 'is not JSON' });
        return z.NEVER;
      }
    })
    .pipe(z.array(z.string()));
  return { schema, allowed: 'a JSON list of texts, as `["-File","bridge.ps1"]`' };
}

/** Address of a PostgreSQL database, with user and password where it asks for them. */
export function postgresUrl(): SettingType<string> {
  const schema = z.string().refine((url) => {
    const parsed = URL.parse(url);
    return parsed !== null && /^postgres(ql)?:$/.test(parsed.protocol) && parsed.hostname !== '';
  });
  return { schema, allowed: 'an address as `postgres://user:password@server:5432/database`' };
}

/** The address of a server, with a protocol of the list. */
export function serverUrl(protocols: readonly string[]): SettingType<string> {
  const schema = z.string().refine((url) => {
    const parsed = URL.parse(url);
    return parsed !== null && protocols.includes(parsed.protocol) && parsed.hostname !== '';
  });
  return {
    schema,
    allowed: `an address that begins with ${protocols.map((each) => `\`${each}//\``).join(' or ')}`
  };
}

/** The name of a time zone in the IANA database. */
export function timeZone(): SettingType<string> {
  const schema = z.string().refine((name) => IANAZone.isValidZone(name));
  return { schema, allowed: 'an IANA time zone name, as `America/Los_Angeles`' };
}

/** The four ages in days after which Sage's aging buckets begin (A/R Options, Aging Categories). */
export function bucketDays(): SettingType<readonly [number, number, number, number]> {
  const schema = z
    .string()
    .transform((value) => splitList(value).map(Number))
    .pipe(z.tuple([z.int(), z.int(), z.int(), z.int()]))
    .refine(([a, b, c, d]) => 0 < a && a < b && b < c && c < d && d < 10_000);
  return { schema, allowed: 'four whole numbers, each larger than the one before, as `30,60,90,120`' };
}

/** The parts of a list, without blanks and empty parts. */
export function splitList(value: string): string[] {
  return value
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
