import type { Readable } from 'node:stream';

/**
 * The lines of a UTF-8 stream. Not those of node:readline, which also ends a line at U+2028, a character that JSON may
 * hold as it is.
 */
export async function* linesOf(input: Readable): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of input.setEncoding('utf8')) {
    const lines = (rest + String(chunk)).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') yield rest;
}
