import { isObject, listOf, objectOf, type JsonObject } from './json.ts';

const METHODS = new Set(['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace']);

/** An operation and where it stands. */
export interface FoundOperation {
  readonly path: string;
  readonly method: string;
  readonly operation: JsonObject;
  /** For messages: the operation's id, else method and path. */
  readonly name: string;
}

/** Every operation of a document. */
export function operationsOf(document: JsonObject): FoundOperation[] {
  return Object.entries(objectOf(document.paths)).flatMap(([path, item]) =>
    Object.entries(objectOf(item))
      .filter(([method]) => METHODS.has(method))
      .map(([method, operation]) => {
        const found = objectOf(operation);
        const name = typeof found.operationId === 'string' ? found.operationId : `${method} ${path}`;
        return { path, method, operation: found, name };
      })
  );
}

/** A media type of a request or a response. */
export interface FoundContent {
  /** `body`, or the response's code. */
  readonly place: string;
  readonly mediaType: string;
  readonly schema: JsonObject;
}

/** Every media type that an operation takes or gives. */
export function contentsOf({ operation }: FoundOperation): FoundContent[] {
  const places: [string, unknown][] = [
    ['body', objectOf(operation.requestBody)],
    ...Object.entries(objectOf(operation.responses))
  ];
  return places.flatMap(([place, holder]) =>
    Object.entries(objectOf(objectOf(holder).content)).map(([mediaType, content]) => ({
      place,
      mediaType,
      schema: objectOf(objectOf(content).schema)
    }))
  );
}

/** A schema, where it stands, and how deep below its component. */
export interface FoundSchema {
  readonly where: string;
  readonly schema: JsonObject;
  readonly depth: number;
}

/** Every schema of a document: those of components, contents and parameters, and all inside them. */
export function schemasOf(document: JsonObject): FoundSchema[] {
  const components = Object.entries(objectOf(objectOf(document.components).schemas));
  const operations = operationsOf(document);
  return [
    ...components.flatMap(([name, schema]) => nested(name, objectOf(schema), 1)),
    ...operations.flatMap((found) => [
      ...contentsOf(found).flatMap(({ place, schema }) => nested(`${found.name} ${place}`, schema, 1)),
      ...listOf(found.operation.parameters).flatMap((parameter) => {
        const { name, schema } = objectOf(parameter);
        return nested(`${found.name} parameter ${String(name)}`, objectOf(schema), 1);
      })
    ])
  ];
}

function nested(where: string, schema: JsonObject, depth: number): FoundSchema[] {
  const inside = [
    ...Object.entries(objectOf(schema.properties)).map(
      ([name, value]) => [`${where}.${name}`, value] as const
    ),
    ...(isObject(schema.items) ? [[`${where}[]`, schema.items] as const] : [])
  ];
  return [
    { where, schema, depth },
    ...inside.flatMap(([place, value]) => nested(place, objectOf(value), depth + 1))
  ];
}
