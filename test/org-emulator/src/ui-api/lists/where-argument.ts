import type { ObjectDefinition } from '../../schema/object.ts';
import { illegalParameter, type UiCall } from '../answers.ts';

/**
 * The SOQL condition of a `where`, which is written as GraphQL writes an argument: `{ Name: { eq: "ABF" } }`. Empty for
 * none. GraphQL is loaded only when somebody asks so.
 */
export async function whereArgument(
  { org }: UiCall,
  object: ObjectDefinition,
  where: string | undefined
): Promise<string> {
  if (where === undefined) return '';
  const [{ parseValue, valueFromASTUntyped }, { whereClause }] = await Promise.all([
    import('graphql'),
    import('../../graphql/where-clause.ts')
  ]);
  try {
    return whereClause(org.schema, object, valueFromASTUntyped(parseValue(where)));
  } catch (error) {
    throw illegalParameter(`The where parameter isn't valid: ${error instanceof Error ? error.message : ''}`);
  }
}
