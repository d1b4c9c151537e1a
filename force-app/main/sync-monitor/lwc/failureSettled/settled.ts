import { gql } from 'lightning/graphql';
import type { GraphQLResult } from 'lightning/graphql';

/** A failure that was settled, as its record in Salesforce says. */
export interface SettledFailure {
  readonly id: string;
  readonly name: string;
  readonly code: string;
  readonly title: string;
  readonly state: string;
  readonly by: string;
  /** Undefined while a replayed one is under way. */
  readonly at: string | undefined;
}

/** The latest failures that are no longer open. */
export const SETTLED_QUERY = gql`
  query SageSettledFailures {
    uiapi {
      query {
        Sync_Failure__c(
          where: { State__c: { ne: "Open" } }
          orderBy: { Resolved_At__c: { order: DESC, nulls: LAST } }
          first: 100
        ) {
          edges {
            node {
              Id
              Record_Id__c {
                value
              }
              Sage_Key__c {
                value
              }
              Failure_Key__c {
                value
              }
              Code__c {
                value
              }
              Title__c {
                value
              }
              State__c {
                value
              }
              Resolved_By__c {
                value
              }
              Resolved_At__c {
                value
              }
            }
          }
        }
      }
    }
  }
`;

/** Undefined before the wire's answer. */
export function settledIn({ data }: GraphQLResult): readonly SettledFailure[] | undefined {
  if (data === undefined || data === null) return undefined;
  const query = memberOf(memberOf(data, 'uiapi'), 'query');
  const edges = memberOf(memberOf(query, 'Sync_Failure__c'), 'edges');
  const nodes = Array.isArray(edges) ? edges.map((edge: unknown) => memberOf(edge, 'node')) : [];
  return nodes.map(failureOf);
}

function failureOf(node: unknown): SettledFailure {
  const text = (field: string): string => textOf(memberOf(memberOf(node, field), 'value'));
  const at = text('Resolved_At__c');
  return {
    id: textOf(memberOf(node, 'Id')),
    name: text('Sage_Key__c') || text('Record_Id__c') || text('Failure_Key__c'),
    code: text('Code__c'),
    title: text('Title__c'),
    state: text('State__c'),
    by: text('Resolved_By__c'),
    at: at === '' ? undefined : at
  };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
