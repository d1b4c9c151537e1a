/**
 * What REST says of a body that is no JSON: the character at fault and where it stands, as Salesforce's reader
 * counts. What that reader expected instead is not known here, so the text ends before it.
 */
export function malformedJson(body: string, parserMessage: string): string {
  const offset = Number(/at position (\d+)/.exec(parserMessage)?.[1] ?? body.length);
  const { line, column } = placeOf(body, offset);
  const at = `[line:${line}, column:${column}]`;
  const character = body.charAt(offset);
  if (character === '') return `Unexpected end-of-input at ${at}`;
  return `Unexpected character ('${character}' (code ${character.charCodeAt(0)})) at ${at}`;
}

function placeOf(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
