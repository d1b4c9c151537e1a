import { z } from 'zod';

/** A field of an event's schema, by its position; compound ones have parts. */
export interface SchemaField {
  readonly name: string;
  readonly parts: readonly string[];
}

const schemaFields = z.object({ fields: z.array(z.looseObject({ name: z.string(), type: z.unknown() })) });
const recordType = z.looseObject({
  type: z.literal('record'),
  name: z.string(),
  fields: z.array(z.unknown())
});
const namedPart = z.looseObject({ name: z.string() });

/** The fields of an Avro schema in their order. A named type is written out where it is first used. */
export function readSchemaFields(schema: unknown): readonly SchemaField[] {
  const known = new Map<string, readonly string[]>();
  return schemaFields.parse(schema).fields.map(({ name, type }) => ({
    name,
    parts: branchesOf(type).flatMap((branch) => partsOf(branch, known))
  }));
}

function branchesOf(type: unknown): readonly unknown[] {
  return Array.isArray(type) ? type : [type];
}

function partsOf(type: unknown, known: Map<string, readonly string[]>): readonly string[] {
  if (typeof type === 'string') return known.get(type) ?? [];
  const record = recordType.safeParse(type);
  if (!record.success) return [];
  const parts = record.data.fields.map((field) => namedPart.parse(field).name);
  known.set(record.data.name, parts);
  return parts;
}

/**
 * The names that the bitmaps of a header stand for: `0x06` for the fields at positions 1 and 2, `4-0x10` for the fifth
 * part of the compound field at position 4. A part has the name of its own field, as `BillingCity`, and its compound is
 * named beside it. Throws an Error for what is no bitmap. Source: Pub/Sub API Guide, Event Deserialization Considerations.
 */
export function namesInBitmaps(bitmaps: readonly string[], fields: readonly SchemaField[]): string[] {
  return bitmaps.flatMap((bitmap) => {
    const found = /^(?:(?<compound>\d+)-)?0x(?<bits>[0-9a-f]*)$/i.exec(bitmap)?.groups;
    if (found === undefined) throw new Error('It is no bitmap');
    const positions = positionsOf(BigInt(`0x0${found['bits'] ?? ''}`));
    if (found['compound'] === undefined) return positions.map((position) => fieldAt(fields, position).name);
    const { name, parts } = fieldAt(fields, Number(found['compound']));
    return [name, ...positions.map((position) => partName(name, parts[position] ?? ''))];
  });
}

function positionsOf(bits: bigint): number[] {
  return [...bits.toString(2)].toReversed().flatMap((bit, position) => (bit === '1' ? position : []));
}

function fieldAt(fields: readonly SchemaField[], position: number): SchemaField {
  const field = fields[position];
  if (field === undefined) throw new Error('The schema has no such position');
  return field;
}

/** `BillingAddress`, `City` is `BillingCity`; `Site__c`, `City` is `Site__City__s`; `Name`, `LastName` is `LastName`. */
function partName(compound: string, part: string): string {
  if (compound.endsWith('__c')) return `${compound.slice(0, -'__c'.length)}__${part}__s`;
  return compound.endsWith('Address') ? `${compound.slice(0, -'Address'.length)}${part}` : part;
}
