import { z } from 'zod';
import { SalesforceError } from '../errors/salesforce-error.ts';
import { connectionOf, type GraphqlCall, selectFrom } from './connection.ts';
import { GraphqlFault, undefinedField, unsupportedInGraphql } from './graphql-fault.ts';
import { runMutations } from './mutations.ts';
import { graphqlBody, readDocument } from './read-document.ts';
import type { SelectedField } from './selection.ts';

/** A GraphQL answer. */
export interface GraphqlAnswer {
  readonly data: Readonly<Record<string, unknown>> | null;
  readonly errors: readonly GraphqlFault[];
}

/** Runs a GraphQL request for a user. What is wrong with it stands among `errors`; nothing is thrown for it. */
export function runGraphql(call: GraphqlCall, body: unknown): GraphqlAnswer {
  const faults: GraphqlFault[] = [];
  try {
    const { kind, fields } = readDocument(graphqlBody.parse(body));
    const answers = fields.map((field) => {
      const answer = kind === 'query' ? runQuery(call, field, faults) : runMutation(call, field, faults);
      return [field.key, answer] as const;
    });
    return { data: Object.fromEntries(answers), errors: faults };
  } catch (error) {
    return { data: null, errors: [...faults, asFault(error)] };
  }
}

function runMutation(call: GraphqlCall, field: SelectedField, faults: GraphqlFault[]): unknown {
  if (field.name !== 'uiapi') throw undefinedField(field.name, 'Mutation', [field.name], field.locations);
  return runMutations(call, field, faults);
}

function runQuery(call: GraphqlCall, field: SelectedField, faults: GraphqlFault[]): unknown {
  if (field.name !== 'uiapi') throw undefinedField(field.name, 'Query', [field.name], field.locations);
  return selectFrom(field, ['uiapi'], 'UIAPI', {
    query: (selected) => runRecordQueries(call, selected, faults),
    aggregate: () => {
      throw unsupportedInGraphql('aggregate', ['uiapi', 'aggregate']);
    },
    objectInfos: () => {
      throw unsupportedInGraphql('objectInfos', ['uiapi', 'objectInfos']);
    },
    currentUser: () => ({ Id: call.access.userId })
  });
}

function runRecordQueries(
  call: GraphqlCall,
  selection: SelectedField,
  faults: GraphqlFault[]
): Record<string, unknown> {
  const answers = selection.fields.map((selected) => {
    const path = ['uiapi', 'query', selected.key];
    const object = call.org.schema.object(selected.name);
    if (!object || !call.access.can('read', object)) {
      if (selected.optional) return [selected.key, null] as const;
      throw undefinedField(selected.name, 'RecordQuery', path, selected.locations);
    }
    try {
      return [selected.key, connectionOf(call, object, selected, path)] as const;
    } catch (error) {
      const fault = asFault(error);
      if (fault.errorType !== 'DataFetchingException') throw fault;
      faults.push(fault);
      return [selected.key, null] as const;
    }
  });
  return Object.fromEntries(answers);
}

function asFault(error: unknown): GraphqlFault {
  if (error instanceof GraphqlFault) return error;
  if (error instanceof SalesforceError) return new GraphqlFault('DataFetchingException', error.message);
  if (error instanceof z.ZodError) return new GraphqlFault('ValidationError', z.prettifyError(error));
  throw error;
}
