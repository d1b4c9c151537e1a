/** A parsed document: its text. The platform keeps more, which no component may look into. */
export interface GraphQLDocument {
  readonly text: string;
}

/** Marks a GraphQL document in a component's source; a document may stand inside of another, as fragments do. */
export function gql(strings: TemplateStringsArray, ...values: readonly unknown[]): GraphQLDocument {
  return Object.freeze({ text: String.raw({ raw: strings }, ...values.map(textOf)) });
}

export function isDocument(value: unknown): value is GraphQLDocument {
  return typeof value === 'object' && value !== null && 'text' in value && typeof value.text === 'string';
}

function textOf(value: unknown): string {
  return isDocument(value) ? value.text : String(value);
}
