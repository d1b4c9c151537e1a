import type { CapturedField } from '../events/captured-fields.ts';

/**
 * Field names as the bitmaps of a ChangeEventHeader: bit n stands for the schema's field n, a compound field's parts
 * have a bitmap of their own after the field's position (Pub/Sub API Guide, "Event Deserialization Considerations").
 * Position 0 is the header. `['0x400800', '4-0x10']`; empty when there are no names.
 */
export function fieldBitmaps(fields: readonly CapturedField[], names: readonly string[]): string[] {
  if (names.length === 0) return [];
  const wanted = new Set(names);
  let plain = 0n;
  const compounds: string[] = [];
  for (const [index, { field, components }] of fields.entries()) {
    const position = index + 1;
    if (components.length === 0) {
      if (wanted.has(field.name)) plain |= bit(position);
      continue;
    }
    const nested = components.reduce(
      (bits, component, place) => (wanted.has(component.field.name) ? bits | bit(place) : bits),
      0n
    );
    if (nested !== 0n) compounds.push(`${position}-${hexadecimal(nested)}`);
  }
  return [hexadecimal(plain), ...compounds];
}

function bit(position: number): bigint {
  return 1n << BigInt(position);
}

/** Whole bytes: `0x10`, `0x0408`. */
function hexadecimal(bits: bigint): string {
  const digits = bits.toString(16).toUpperCase();
  return `0x${digits.length % 2 === 0 ? digits : `0${digits}`}`;
}
