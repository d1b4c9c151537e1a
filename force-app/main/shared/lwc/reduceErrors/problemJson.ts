import { readJsonObject } from 'c/jsonCheck';
import type { JsonReader } from 'c/jsonCheck';
import type { FieldProblem, Problem } from './problem';

/** More than the service ever names; a longer list is not its answer. */
const MOST_FAULTS = 500;
const CODE = /^LB\d{3}$/;

/** Reads problem details (RFC 9457) as the service writes them. Throws a `JsonFault` when they are not. */
export function readProblemJson(text: string): Problem {
  const json = readJsonObject(text);
  const faults =
    (json.value('faults') ?? null) === null ? undefined : json.list('faults', MOST_FAULTS, readFault);
  return {
    code: json.matching('code', CODE, 'a code of the error catalogue'),
    title: json.text('title'),
    detail: json.text('detail'),
    action: json.text('action'),
    retryable: json.flag('retryable'),
    requestId: json.optionalText('requestId'),
    ...(faults !== undefined && { faults })
  };
}

function readFault(json: JsonReader): FieldProblem {
  return {
    code: json.text('code'),
    field: json.text('field'),
    problem: json.text('problem'),
    fix: json.text('fix')
  };
}

/** The problem details inside a longer text, as a platform's message may carry them; undefined without any. */
export function findProblemJson(text: string): Problem | undefined {
  const [start, end] = [text.indexOf('{'), text.lastIndexOf('}')];
  if (start < 0 || end < start) return undefined;
  try {
    return readProblemJson(text.slice(start, end + 1));
  } catch {
    // Braces that are not ours; the caller shows the text as it is.
    return undefined;
  }
}
