/** What Salesforce's records say of a pair's draft. */
import { gql } from 'lightning/graphql';
import type { GraphQLResult } from 'lightning/graphql';
import { JsonFault } from 'c/jsonCheck';
import { reduceErrors } from 'c/reduceErrors';
import type { Problem } from 'c/reduceErrors';
import { readMatchKeys } from './contentJson';
import { listIn, memberOf, parsed } from './json';
import type { Direction, Head, Side } from './line';
import { keyOf, readSavedLine } from './rows';
import type { SavedLine } from './rows';

/** The record of a pair in the active configuration: what a draft hangs on. */
export interface PairRecord {
  readonly syncObjectId: string;
  readonly configId: string;
  /** Match keys of an empty field are those in force. */
  readonly head: Omit<Head, 'matchKeys'> & { readonly matchKeys: Head['matchKeys'] | undefined };
}

export type RecordsRead<T> =
  | { readonly kind: 'loading' }
  | { readonly kind: 'denied' }
  | { readonly kind: 'failed'; readonly problem: Problem }
  | { readonly kind: 'ready'; readonly value: T };

export const PAIR_QUERY = gql`
  query SageMappingPair($pair: Picklist) {
    uiapi {
      query {
        Sync_Object__c(where: { Object_Pair__c: { eq: $pair } }, first: 20) {
          edges {
            node {
              Id
              Integration_Config__c {
                value
              }
              Integration_Config__r {
                Active__c {
                  value
                }
              }
              Direction__c {
                value
              }
              Master__c {
                value
              }
              Create_In_Salesforce__c {
                value
              }
              Create_In_Sage__c {
                value
              }
              Sage_Filter__c {
                value
              }
              Salesforce_Filter__c {
                value
              }
              Match_Keys__c {
                value
              }
            }
          }
        }
      }
    }
  }
`;

export const LINES_QUERY = gql`
  query SageMappingLines($syncObject: ID) {
    uiapi {
      query {
        Field_Mapping__c(
          where: { and: [{ Sync_Object__c: { eq: $syncObject } }, { Active__c: { eq: true } }] }
          first: 600
        ) {
          edges {
            node {
              Id
              Map_Key__c {
                value
              }
              Object__c {
                value
              }
              Salesforce_Field__c {
                value
              }
              Sage_Field__c {
                value
              }
              Direction__c {
                value
              }
              Transforms__c {
                value
              }
              Conflict_Rule__c {
                value
              }
              When_Empty_Salesforce__c {
                value
              }
              When_Empty_Sage__c {
                value
              }
              Default_Salesforce__c {
                value
              }
              Default_Sage__c {
                value
              }
              Only_If__c {
                value
              }
              Sort_Order__c {
                value
              }
            }
          }
        }
      }
    }
  }
`;

const DIRECTIONS: Readonly<Record<Direction, string>> = {
  'to-salesforce': 'To Salesforce',
  'to-sage': 'To Sage',
  both: 'Both'
};
const MASTERS: Readonly<Record<Side, string>> = { sage: 'Sage', salesforce: 'Salesforce' };

// An object or field that the user may not see is no part of the user's schema: "Field 'X' in type 'Y' is undefined"
// (GraphQL API Developer Guide, Errors).
const NO_ACCESS = /FieldUndefined|is undefined|INSUFFICIENT_ACCESS/i;

/** The record of the pair, undefined where it was not set up. Never throws. */
export function readPairRecord(result: GraphQLResult): RecordsRead<PairRecord | undefined> {
  return readNodes(result, 'Sync_Object__c', (nodes) => {
    const node = nodes.find(
      (each) => memberOf(memberOf(memberOf(each, 'Integration_Config__r'), 'Active__c'), 'value') === true
    );
    return node === undefined ? undefined : pairRecordOf(node);
  });
}

/** The rows of a draft of an object in their order; those of a document's lines belong to another mapping. Never throws. */
export function readLines(result: GraphQLResult, object: string): RecordsRead<readonly SavedLine[]> {
  return readNodes(result, 'Field_Mapping__c', (nodes) =>
    nodes
      .filter((node) => memberOf(memberOf(node, 'Object__c'), 'value') === object)
      .map(readSavedLine)
      .sort((one, other) => one.order - other.order || one.line.id.localeCompare(other.line.id))
  );
}

function pairRecordOf(node: unknown): PairRecord {
  const value = (name: string): unknown => memberOf(memberOf(node, name), 'value');
  const json = (name: string): unknown => {
    const text = value(name);
    return typeof text === 'string' && text.trim() !== '' ? parsed(text, name) : undefined;
  };
  const filter = (name: string): readonly unknown[] =>
    listIn({ [name]: json(name) ?? [] }, name, (item) => item);
  const keys = json('Match_Keys__c');
  return {
    syncObjectId: String(memberOf(node, 'Id')),
    configId: String(value('Integration_Config__c')),
    head: {
      direction: keyOf(DIRECTIONS, String(value('Direction__c'))),
      master: keyOf(MASTERS, String(value('Master__c'))),
      create: {
        inSalesforce: value('Create_In_Salesforce__c') === true,
        inSage: value('Create_In_Sage__c') === true
      },
      filter: { sage: filter('Sage_Filter__c'), salesforce: filter('Salesforce_Filter__c') },
      matchKeys: keys === undefined ? undefined : readMatchKeys(keys)
    }
  };
}

function readNodes<T>(
  { data, errors }: GraphQLResult,
  object: string,
  read: (nodes: readonly unknown[]) => T
): RecordsRead<T> {
  if (errors !== undefined && errors.length > 0) {
    const message = errors.map((error) => error.message).join(' ');
    if (NO_ACCESS.test(message)) return { kind: 'denied' };
    return { kind: 'failed', problem: reduceErrors({ body: { message } }) };
  }
  if (data === undefined || data === null) return { kind: 'loading' };
  try {
    const edges = memberOf(memberOf(memberOf(memberOf(data, 'uiapi'), 'query'), object), 'edges');
    if (!Array.isArray(edges)) throw new JsonFault(object, 'a list of records');
    return { kind: 'ready', value: read(edges.map((edge: unknown) => memberOf(edge, 'node'))) };
  } catch (error) {
    return { kind: 'failed', problem: reduceErrors(error) };
  }
}
