import { SalesforceError } from '../../errors/salesforce-error.ts';

const reference = /@\{([^}]+)\}/g;
const wholeReference = /^@\{([^}]+)\}$/;

/**
 * A value with each `@{reference.path}` replaced by what an earlier subrequest answered (REST API Developer Guide,
 * "Composite"). A text that is one reference as a whole takes over the value as it is. Throws when there is none.
 */
export function resolveReferences(value: unknown, answers: ReadonlyMap<string, unknown>): unknown {
  if (typeof value === 'string') return resolveText(value, answers);
  if (Array.isArray(value)) return value.map((each) => resolveReferences(each, answers));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name, resolveReferences(each, answers)])
  );
}

/** The text with its references replaced. */
export function resolveInText(text: string, answers: ReadonlyMap<string, unknown>): string {
  return text.replace(reference, (_whole, path: string) => String(lookUp(path, answers)));
}

/** The subrequests that a value refers to. */
export function referencesIn(value: unknown): Set<string> {
  const found = JSON.stringify(value ?? null).matchAll(reference);
  return new Set([...found].map(([, path = '']) => splitPath(path)[0] ?? ''));
}

function resolveText(text: string, answers: ReadonlyMap<string, unknown>): unknown {
  const whole = wholeReference.exec(text)?.[1];
  return whole === undefined ? resolveInText(text, answers) : lookUp(whole, answers);
}

function lookUp(path: string, answers: ReadonlyMap<string, unknown>): unknown {
  const [id = '', ...steps] = splitPath(path);
  const found = steps.reduce(stepInto, answers.get(id));
  if (answers.has(id) && found !== undefined) return found;
  const message = `Invalid reference specified. No value for ${path} found in ${id}`;
  throw new SalesforceError(400, 'PROCESSING_HALTED', message);
}

/** `query.records[0].Id` as `query`, `records`, `0`, `Id`. */
function splitPath(path: string): string[] {
  return path.split(/\.|\[|\]\.?/).filter((step) => step !== '');
}

function stepInto(value: unknown, step: string): unknown {
  if (Array.isArray(value)) return value[Number(step)];
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.entries(value).find(([name]) => name === step)?.[1];
}
