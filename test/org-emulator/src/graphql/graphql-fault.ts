/** A place in a GraphQL document. */
export interface Location {
  readonly line: number;
  readonly column: number;
}

/** Why a document, or one field of it, has no answer (GraphQL API Developer Guide, "Errors"). */
export class GraphqlFault extends Error {
  readonly paths: readonly string[];
  readonly locations: readonly Location[];
  readonly errorType: 'DataFetchingException' | 'InvalidSyntax' | 'OperationNotSupported' | 'ValidationError';

  constructor(
    errorType: GraphqlFault['errorType'],
    message: string,
    paths: readonly string[] = [],
    locations: readonly Location[] = []
  ) {
    super(message);
    this.name = 'GraphqlFault';
    this.errorType = errorType;
    this.paths = paths;
    this.locations = locations;
  }

  /** As an answer lists it. */
  toJSON(): Record<string, unknown> {
    return {
      message: this.message,
      paths: this.paths,
      locations: this.locations,
      extensions: { ErrorType: this.errorType }
    };
  }
}

/** A field that a type does not have, or that the user may not see. */
export function undefinedField(
  name: string,
  type: string,
  path: readonly string[],
  locations: readonly Location[]
): GraphqlFault {
  const at = path.join('/');
  const message = `Validation error of type FieldUndefined: Field '${name}' in type '${type}' is undefined @ '${at}'`;
  return new GraphqlFault('ValidationError', message, path, locations);
}

/** Something GraphQL of Salesforce can do and the local org cannot. */
export function unsupportedInGraphql(what: string, path: readonly string[]): GraphqlFault {
  return new GraphqlFault(
    'OperationNotSupported',
    `The local org does not support ${what} in GraphQL.`,
    path
  );
}
