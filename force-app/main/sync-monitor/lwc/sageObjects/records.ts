import type { GraphQLError, GraphQLResult } from 'lightning/graphql';
import { gql } from 'lightning/graphql';
import { JsonFault } from 'c/jsonCheck';
import { reduceErrors } from 'c/reduceErrors';
import type { Problem } from 'c/reduceErrors';
import { readCompany, readSyncObject } from 'c/syncObjectModel';
import type { Company, SyncObject } from 'c/syncObjectModel';

/** What Salesforce's records say. */
export type Records =
  | { readonly kind: 'loading' }
  /** The user may not see them. */
  | { readonly kind: 'denied' }
  | { readonly kind: 'failed'; readonly problem: Problem }
  /** No configuration is active: nothing is set up yet. */
  | { readonly kind: 'empty' }
  | { readonly kind: 'ready'; readonly company: Company; readonly objects: readonly SyncObject[] };

/** The active configurations and every object pair that was set up. */
export const OBJECTS_QUERY = gql`
  query SageObjects {
    uiapi {
      query {
        Integration_Config__c(
          where: { Active__c: { eq: true } }
          orderBy: { Company_Code__c: { order: ASC } }
          first: 20
        ) {
          edges {
            node {
              Id
              Company_Code__c {
                value
              }
            }
          }
        }
        Sync_Object__c(first: 200) {
          edges {
            node {
              Id
              Integration_Config__c {
                value
              }
              Object_Pair__c {
                value
              }
              Active__c {
                value
              }
              Direction__c {
                value
              }
              Master__c {
                value
              }
              Schedule__c {
                value
              }
              Check_Every_Seconds__c {
                value
              }
              Reconcile_Schedule__c {
                value
              }
              Sage_Filter__c {
                value
              }
              Salesforce_Filter__c {
                value
              }
              Create_In_Sage__c {
                value
              }
              Create_In_Salesforce__c {
                value
              }
              When_Vanished__c {
                value
              }
              Max_Vanished_Percent__c {
                value
              }
              Last_Run_At__c {
                value
              }
              Last_Run_State__c {
                value
              }
              Last_Run_Message__c {
                value
              }
            }
          }
        }
      }
    }
  }
`;

// An object or field that the user may not see is no part of the user's schema: "Field 'X' in type 'Y' is undefined"
// (GraphQL API Developer Guide, Errors).
const NO_ACCESS = /FieldUndefined|is undefined|INSUFFICIENT_ACCESS/i;

/** Reads what the wire gave. Never throws: an answer that is none is a problem. */
export function readRecords({ data, errors }: GraphQLResult): Records {
  if (errors !== undefined && errors.length > 0) return refusal(errors);
  if (data === undefined || data === null) return { kind: 'loading' };
  try {
    return recordsIn(data);
  } catch (error) {
    return { kind: 'failed', problem: reduceErrors(error) };
  }
}

function recordsIn(data: unknown): Records {
  const query = memberOf(memberOf(data, 'uiapi'), 'query');
  const [company] = nodesOf(query, 'Integration_Config__c').map(readCompany);
  if (company === undefined) return { kind: 'empty' };
  const objects = nodesOf(query, 'Sync_Object__c')
    .map(readSyncObject)
    .filter((object) => object !== undefined)
    .filter(({ configId }) => configId === company.configId);
  return { kind: 'ready', company, objects };
}

function refusal(errors: readonly GraphQLError[]): Records {
  const message = errors.map((error) => error.message).join(' ');
  if (NO_ACCESS.test(message)) return { kind: 'denied' };
  return { kind: 'failed', problem: reduceErrors({ body: { message } }) };
}

function nodesOf(query: unknown, object: string): readonly unknown[] {
  const edges = memberOf(memberOf(query, object), 'edges');
  if (!Array.isArray(edges)) throw new JsonFault(object, 'a list of records');
  return edges.map((edge: unknown) => memberOf(edge, 'node'));
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
