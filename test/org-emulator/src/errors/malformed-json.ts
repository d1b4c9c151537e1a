/**
 * What REST says of a body that is no JSON: the character at fault and where it stands, as Salesforce's reader
 * counts. What that reader expected instead is not known here, so the text ends before it.
 */
export function malformedJson(body: string, parserMessage: string): string {
  const offset = offsetOf(body, parserMessage);
  const { line, column } = placeOf(body, offset);
  const at = `[line:${line}, column:${column}]`;
  const character = body.charAt(offset);
  if (character === '') return `Unexpected end-of-input at ${at}`;
  return `Unexpected character ('${character}' (code ${character.charCodeAt(0)})) at ${at}`;
}

function offsetOf(body: string, parserMessage: string): number {
  const told = /at position (\d+)/.exec(parserMessage)?.[1];
  if (told !== undefined) return Number(told);
  return isUnexpectedToken(parserMessage) ? offsetOfToken(body) : body.length;
}

/** The parser names an unexpected token, but not its place: the shortest beginning that it takes offence at. */
function offsetOfToken(body: string): number {
  let [sound, faulty] = [0, body.length];
  while (faulty - sound > 1) {
    const middle = (sound + faulty) >> 1;
    if (isUnexpectedToken(parseError(body.slice(0, middle)))) faulty = middle;
    else sound = middle;
  }
  return sound;
}

function parseError(text: string): string {
  try {
    JSON.parse(text);
    return '';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function isUnexpectedToken(message: string): boolean {
  return message.startsWith('Unexpected token');
}

function placeOf(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
