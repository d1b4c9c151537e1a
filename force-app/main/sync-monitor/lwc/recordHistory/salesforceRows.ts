import { gql } from 'lightning/graphql';
import type { GraphQLResult } from 'lightning/graphql';

/** A line of the sync log about the record. */
export interface LogRow {
  readonly id: string;
  readonly at: string;
  readonly direction: string;
  readonly state: string;
  /** What was written, one sentence a line. */
  readonly story: string;
}

/** A failure record of the record. */
export interface FailureRow {
  readonly id: string;
  readonly at: string;
  readonly state: string;
  readonly title: string;
}

export interface SalesforceRows {
  readonly logs: readonly LogRow[];
  readonly failures: readonly FailureRow[];
}

/** Log lines and failure records by the id in Salesforce or the key in Sage. */
export const ROWS_QUERY = gql`
  query SageRecordHistory($recordId: String, $sageKey: String) {
    uiapi {
      query {
        Sync_Log__c(
          where: { or: [{ Record_Id__c: { eq: $recordId } }, { Sage_Key__c: { eq: $sageKey } }] }
          orderBy: { Finished_At__c: { order: DESC } }
          first: 100
        ) {
          edges {
            node {
              Id
              Finished_At__c {
                value
              }
              Direction__c {
                value
              }
              State__c {
                value
              }
              Story__c {
                value
              }
            }
          }
        }
        Sync_Failure__c(
          where: { or: [{ Record_Id__c: { eq: $recordId } }, { Sage_Key__c: { eq: $sageKey } }] }
          orderBy: { Last_Failed_At__c: { order: DESC } }
          first: 50
        ) {
          edges {
            node {
              Id
              Last_Failed_At__c {
                value
              }
              State__c {
                value
              }
              Title__c {
                value
              }
            }
          }
        }
      }
    }
  }
`;

/** The rows that the wire gave; none before its answer, and none where the user may not see them. */
export function rowsIn({ data }: GraphQLResult): SalesforceRows {
  const query = memberOf(memberOf(data, 'uiapi'), 'query');
  const logs = nodesOf(query, 'Sync_Log__c').flatMap((node) => {
    const [id, at] = [textIn(node, 'Id'), valueIn(node, 'Finished_At__c')];
    if (id === '' || at === '') return [];
    const [direction, state] = [valueIn(node, 'Direction__c'), valueIn(node, 'State__c')];
    return [{ id, at: utcOf(at), direction, state, story: valueIn(node, 'Story__c') }];
  });
  const failures = nodesOf(query, 'Sync_Failure__c').flatMap((node) => {
    const [id, at] = [textIn(node, 'Id'), valueIn(node, 'Last_Failed_At__c')];
    if (id === '' || at === '') return [];
    return [{ id, at: utcOf(at), state: valueIn(node, 'State__c'), title: valueIn(node, 'Title__c') }];
  });
  return { logs, failures };
}

function nodesOf(query: unknown, object: string): readonly unknown[] {
  const edges = memberOf(memberOf(query, object), 'edges');
  return Array.isArray(edges) ? edges.map((edge: unknown) => memberOf(edge, 'node')) : [];
}

function valueIn(node: unknown, field: string): string {
  return textIn(memberOf(node, field), 'value');
}

function textIn(node: unknown, name: string): string {
  const value = memberOf(node, name);
  return typeof value === 'string' ? value : '';
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

/** Salesforce writes its moments in several forms; all are made that of the service, so that they sort. */
function utcOf(moment: string): string {
  const time = Date.parse(moment);
  return Number.isNaN(time) ? moment : new Date(time).toISOString();
}
