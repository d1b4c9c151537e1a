import type { Query } from '@jetstreamapp/soql-parser-js';
import { notSupported, SalesforceError } from '../errors/salesforce-error.ts';
import { parseQuery } from './parser.ts';
import { malformedQuery } from './query-error.ts';
import { rewriteUnreadLiterals } from './unread-literals.ts';

const parsedQueries = new Map<string, Query>();
const mostParsedQueries = 1000;

/** SOQL and SOSL Reference, "SOQL and SOSL Limits". */
const longestQuery = 100_000;

/** Parses a query, or finds it among those parsed before. Throws MALFORMED_QUERY or NOT_IMPLEMENTED. */
export function parseSoql(soql: string): Query {
  const known = parsedQueries.get(soql);
  if (known) return known;
  const query = parse(soql);
  refuseUnsupported(query);
  if (parsedQueries.size >= mostParsedQueries) parsedQueries.clear();
  parsedQueries.set(soql, query);
  return query;
}

function parse(soql: string): Query {
  if (soql.length > longestQuery) {
    throw new SalesforceError(
      400,
      'QUERY_TOO_COMPLICATED',
      `SOQL statements cannot be longer than ${longestQuery} characters.`
    );
  }
  if (/\bALL\s+ROWS\s*$/i.test(soql)) throw malformedQuery('ALL ROWS not allowed in this context');
  try {
    return parseQuery(rewriteUnreadLiterals(soql));
  } catch (error) {
    throw malformedQuery(error instanceof Error ? error.message : String(error));
  }
}

/** Clauses that Salesforce has and this engine lacks: named, so that nobody mistakes an answer for right. */
function refuseUnsupported(query: Query): void {
  const unsupported: readonly (readonly [unknown, string])[] = [
    [query.withDataCategory, 'WITH DATA CATEGORY'],
    [query.withSecurityEnforced, 'WITH SECURITY_ENFORCED'],
    [query.withAccessLevel, 'WITH USER_MODE or SYSTEM_MODE'],
    [query.for === 'UPDATE' ? true : undefined, 'FOR UPDATE'],
    [query.update, 'UPDATE TRACKING or VIEWSTAT']
  ];
  const scope = query.usingScope?.toLowerCase() ?? 'everything';
  if (scope !== 'mine' && scope !== 'everything') throw notSupported(`USING SCOPE ${scope} in SOQL`);
  const found = unsupported.find(([clause]) => clause !== undefined);
  if (found) throw notSupported(`${found[1]} in SOQL`);
}
