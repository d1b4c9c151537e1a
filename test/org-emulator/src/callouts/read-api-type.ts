import { z } from 'zod';
import type { FlowDataType } from '../flow/data-type.ts';
import type { ApiProperty, ApiType } from './api-type.ts';
import { dereference, referenceOf } from './open-api-reference.ts';

const schemaShape = z.looseObject({
  type: z.string().optional(),
  format: z.string().optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  items: z.unknown().optional(),
  nullable: z.boolean().optional()
});

const combined = ['allOf', 'anyOf', 'oneOf'];

/** A schema that no flow can use, with the reason. */
export class UnusableSchema extends Error {}

/** Reads the schemas of one OpenAPI document into types; a schema that refers to itself is one type. */
export class ApiTypeReader {
  readonly #document: unknown;
  readonly #byReference = new Map<string, ApiType>();

  constructor(document: unknown) {
    this.#document = document;
  }

  /** The type of a schema; `name` is that of its class where it has no name of its own. Throws UnusableSchema. */
  read(node: unknown, name: string): ApiType {
    const reference = referenceOf(node);
    if (reference === undefined) return this.#readInline(node, name);
    const known = this.#byReference.get(reference);
    return known ?? this.#readInline(dereference(this.#document, node), nameIn(reference), reference);
  }

  #readInline(node: unknown, name: string, reference?: string): ApiType {
    const schema = schemaShape.safeParse(node);
    if (!schema.success) throw new UnusableSchema('has a schema that cannot be read');
    const other = combined.find((each) => each in schema.data);
    if (other !== undefined) throw new UnusableSchema(`is put together with ${other}`);
    const { type, format, properties, items } = schema.data;
    if (type === 'array') return { kind: 'list', items: this.read(items, `${name}_item`) };
    if (properties === undefined) return { kind: 'single', dataType: singleType(type, format) };
    const read = new Map<string, ApiProperty>();
    const made: ApiType = { kind: 'object', name, properties: read };
    if (reference !== undefined) this.#byReference.set(reference, made);
    for (const [jsonName, property] of Object.entries(properties)) {
      const flowName = jsonName.replace(/\W/g, '_');
      read.set(flowName, {
        jsonName,
        type: this.read(property, `${name}_${flowName}`)
      });
    }
    return made;
  }
}

function singleType(type: string | undefined, format: string | undefined): FlowDataType {
  switch (type) {
    case 'boolean':
      return 'Boolean';
    case 'integer':
    case 'number':
      return 'Number';
    case 'string':
      return format === 'date' ? 'Date' : format === 'date-time' ? 'DateTime' : 'String';
    default:
      throw new UnusableSchema(`is of type ${type ?? '(none)'} without properties`);
  }
}

function nameIn(reference: string): string {
  return (reference.split('/').at(-1) ?? '').replace(/\W/g, '_');
}
