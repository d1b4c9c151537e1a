import { ask } from './ask';
import type { GraphQLAnswer, GraphQLConfig } from './ask';

/** `lightning/graphql` over the org's GraphQL resource. */
export { gql } from './document';
export { graphql } from './graphqlWire';

/** Runs a mutation once. What fails is among the `errors` of the answer. */
export function executeMutation(config: GraphQLConfig): Promise<GraphQLAnswer> {
  return ask(config);
}
