import { json, messageOf, requestOrg } from 'preview/orgRequest';
import { isDocument } from './document';

/** What the wire adapter and `executeMutation` take. */
export interface GraphQLConfig {
  readonly query?: unknown;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly operationName?: string;
}

export interface GraphQLError {
  readonly message: string;
}

/** Data and errors as GraphQL answers them; `errors` only when there are some. */
export interface GraphQLAnswer {
  readonly data: unknown;
  readonly errors: readonly GraphQLError[] | undefined;
}

interface AnswerBody {
  readonly data?: unknown;
  readonly errors?: readonly GraphQLError[] | null;
}

/**
 * Sends a document to the org's GraphQL resource as the signed-in user. What fails, even the way there, is among the
 * `errors`, as the platform's module has it; nothing is thrown but for a query that no `gql` made.
 */
export async function ask({ query, variables, operationName }: GraphQLConfig): Promise<GraphQLAnswer> {
  if (!isDocument(query)) throw new TypeError('A GraphQL query must be made with the gql template literal');
  const body = { query: query.text, variables: variables ?? {}, operationName: operationName ?? null };
  try {
    const answer = (await requestOrg('/graphql', json('POST', body))) as AnswerBody;
    const errors = answer.errors && answer.errors.length > 0 ? answer.errors : undefined;
    return { data: answer.data ?? undefined, errors };
  } catch (error) {
    return { data: undefined, errors: [{ message: messageOf(error) }] };
  }
}
