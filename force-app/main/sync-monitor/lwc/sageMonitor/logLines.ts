import { gql } from 'lightning/graphql';
import type { GraphQLResult } from 'lightning/graphql';
import type { Cause } from 'c/causeChart';
import { JsonFault } from 'c/jsonCheck';
import { reduceErrors } from 'c/reduceErrors';
import type { Problem } from 'c/reduceErrors';

/** The lines of the sync log since a moment, and the failures that are open. */
export const LINES_QUERY = gql`
  query SageMonitorLines($since: DateTime) {
    uiapi {
      query {
        Sync_Log__c(
          where: { Started_At__c: { gte: { value: $since } } }
          orderBy: { Started_At__c: { order: DESC } }
          first: 2000
        ) {
          edges {
            node {
              Id
              Trigger__c {
                value
              }
              Started_At__c {
                value
              }
              Records_Created__c {
                value
              }
              Records_Updated__c {
                value
              }
              Records_Failed__c {
                value
              }
            }
          }
          pageInfo {
            hasNextPage
          }
        }
        Sync_Failure__c(
          where: { State__c: { eq: "Open" } }
          orderBy: { First_Failed_At__c: { order: ASC } }
          first: 2000
        ) {
          edges {
            node {
              Id
              Code__c {
                value
              }
              Title__c {
                value
              }
              First_Failed_At__c {
                value
              }
            }
          }
        }
      }
    }
  }
`;

/** What one line of the log counts. */
export interface LogLine {
  readonly startedAt: string;
  readonly created: number;
  readonly updated: number;
  readonly failed: number;
}

/** What Salesforce's records say. */
export type Lines =
  | { readonly kind: 'loading' }
  /** The user may not see them. */
  | { readonly kind: 'denied' }
  | { readonly kind: 'failed'; readonly problem: Problem }
  | {
      readonly kind: 'ready';
      readonly lines: readonly LogLine[];
      /** There are more lines than one query gives: only the newest are here. */
      readonly isCut: boolean;
      /** The most frequent first. */
      readonly causes: readonly Cause[];
      /** When the oldest open failure first failed. */
      readonly oldestFailure: string | undefined;
    };

// An object or field that the user may not see is no part of the user's schema: "Field 'X' in type 'Y' is undefined"
// (GraphQL API Developer Guide, Errors).
const NO_ACCESS = /FieldUndefined|is undefined|INSUFFICIENT_ACCESS/i;
/** Lines of single records that a run brought: the run's own line counts them. */
const OF_A_RUN = 'run';

/** Reads what the wire gave. Never throws: an answer that is none is a problem. */
export function readLines({ data, errors }: GraphQLResult): Lines {
  if (errors !== undefined && errors.length > 0) {
    const message = errors.map((error) => error.message).join(' ');
    if (NO_ACCESS.test(message)) return { kind: 'denied' };
    return { kind: 'failed', problem: reduceErrors({ body: { message } }) };
  }
  if (data === undefined || data === null) return { kind: 'loading' };
  try {
    return linesIn(['uiapi', 'query'].reduce(memberOf, data));
  } catch (error) {
    return { kind: 'failed', problem: reduceErrors(error) };
  }
}

function linesIn(query: unknown): Lines {
  const log = memberOf(query, 'Sync_Log__c');
  const failures = nodesOf(query, 'Sync_Failure__c');
  return {
    kind: 'ready',
    lines: nodesOf(query, 'Sync_Log__c')
      .filter((node) => textOf(node, 'Trigger__c') !== OF_A_RUN)
      .map(lineOf),
    isCut: memberOf(memberOf(log, 'pageInfo'), 'hasNextPage') === true,
    causes: causesOf(failures),
    oldestFailure: failures.map((node) => textOf(node, 'First_Failed_At__c')).find((text) => text !== '')
  };
}

function lineOf(node: unknown): LogLine {
  return {
    startedAt: textOf(node, 'Started_At__c'),
    created: countOf(node, 'Records_Created__c'),
    updated: countOf(node, 'Records_Updated__c'),
    failed: countOf(node, 'Records_Failed__c')
  };
}

function causesOf(failures: readonly unknown[]): readonly Cause[] {
  const causes = new Map<string, Cause>();
  for (const node of failures) {
    const code = textOf(node, 'Code__c');
    const { title, count } = causes.get(code) ?? { title: textOf(node, 'Title__c'), count: 0 };
    causes.set(code, { code, title, count: count + 1 });
  }
  return [...causes.values()].sort((one, other) => other.count - one.count);
}

function nodesOf(query: unknown, object: string): readonly unknown[] {
  const edges = memberOf(memberOf(query, object), 'edges');
  if (!Array.isArray(edges)) throw new JsonFault(object, 'a list of records');
  return edges.map((edge: unknown) => memberOf(edge, 'node'));
}

function textOf(node: unknown, field: string): string {
  const value = memberOf(memberOf(node, field), 'value');
  return typeof value === 'string' ? value : '';
}

function countOf(node: unknown, field: string): number {
  const value = memberOf(memberOf(node, field), 'value');
  return typeof value === 'number' ? value : 0;
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
