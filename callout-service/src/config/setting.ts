import { z } from 'zod';

/** What `docs/configuration.md` and a fault message say of one setting. */
export interface SettingDoc {
  readonly doc: string;
  /** The values that are accepted, in words. */
  readonly allowed: string;
  /** The text that stands for the setting where it is not given. */
  readonly fallback?: string;
  readonly required?: true;
  /** A secret is never echoed, and may be given as a file by the variable with `_FILE` after its name. */
  readonly secret?: true;
}

const docs = z.registry<SettingDoc>();

/** A setting's own parser: from the text of the variable to its typed value. */
export interface SettingType<T> {
  readonly schema: z.ZodType<T, string>;
  readonly allowed: string;
}

interface SettingOptions {
  readonly secret?: true;
  /** Replaces the type's own words on what is allowed. */
  readonly allowed?: string;
}

/** A setting that must be given. */
export function required<T>(type: SettingType<T>, doc: string, options: SettingOptions = {}) {
  const schema = type.schema.clone();
  return schema.register(docs, { allowed: type.allowed, ...options, doc, required: true });
}

/** A setting with a fallback, written as it would stand in the environment. */
export function withFallback<T>(
  type: SettingType<T>,
  fallback: string,
  doc: string,
  options: SettingOptions = {}
) {
  const schema = z.prefault(type.schema, fallback);
  return schema.register(docs, { allowed: type.allowed, ...options, doc, fallback });
}

/** A setting that may be left out. */
export function optional<T>(type: SettingType<T>, doc: string, options: SettingOptions = {}) {
  const schema = type.schema.optional();
  return schema.register(docs, { allowed: type.allowed, ...options, doc });
}

/** The words on a setting; every setting of the schema has them. */
export function docOf(schema: z.ZodType): SettingDoc {
  const doc = docs.get(schema);
  if (doc === undefined) throw new TypeError('A setting was declared without words on it');
  return doc;
}
