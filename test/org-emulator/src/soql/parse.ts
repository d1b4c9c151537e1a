import { parseQuery, type Query } from '@jetstreamapp/soql-parser-js';
import { notSupported } from '../errors/salesforce-error.ts';
import { malformedQuery } from './query-error.ts';

const parsedQueries = new Map<string, Query>();
const mostParsedQueries = 1000;

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
  try {
    return parseQuery(soql);
  } catch (error) {
    throw malformedQuery(error instanceof Error ? error.message : String(error));
  }
}

/** Clauses that Salesforce has and this engine lacks: named, so that nobody mistakes an answer for right. */
function refuseUnsupported(query: Query): void {
  const unsupported: readonly (readonly [unknown, string])[] = [
    [query.groupBy, 'GROUP BY'],
    [query.having, 'HAVING'],
    [query.usingScope, 'USING SCOPE'],
    [query.withDataCategory, 'WITH DATA CATEGORY'],
    [query.withSecurityEnforced, 'WITH SECURITY_ENFORCED'],
    [query.withAccessLevel, 'WITH USER_MODE or SYSTEM_MODE'],
    [query.for, `FOR ${query.for ?? ''}`],
    [query.update, 'UPDATE TRACKING or VIEWSTAT']
  ];
  const found = unsupported.find(([clause]) => clause !== undefined);
  if (found) throw notSupported(`${found[1]} in SOQL`);
}
