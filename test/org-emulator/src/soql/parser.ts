import { createRequire } from 'node:module';
import type * as SoqlParser from '@jetstreamapp/soql-parser-js';

type ParserModule = typeof SoqlParser;

let loaded: ParserModule | undefined;

/**
 * Parses a query as the library does. It is loaded by the first query: building its grammar takes half as long as all the
 * rest of a start, and not every org is queried.
 */
export function parseQuery(soql: string): SoqlParser.Query {
  return parser().parseQuery(soql);
}

/** Loads the library before the first query needs it. */
export function warmUpParser(): void {
  parser();
}

function parser(): ParserModule {
  loaded ??= load();
  return loaded;
}

function load(): ParserModule {
  const found: unknown = createRequire(import.meta.url)('@jetstreamapp/soql-parser-js');
  if (isParser(found)) return found;
  throw new Error('@jetstreamapp/soql-parser-js has no parseQuery');
}

function isParser(found: unknown): found is ParserModule {
  return typeof found === 'object' && found !== null && 'parseQuery' in found;
}
