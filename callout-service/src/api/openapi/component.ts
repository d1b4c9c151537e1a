import { z } from 'zod';

/** What OpenAPI 3.0.3 does not know, or External Services refuse; the zod schema checks it all the same. */
const LEFT_OUT = new Set([
  '$schema',
  'additionalProperties',
  'id',
  'minimum',
  'maximum',
  'pattern',
  'minLength'
]);

/** A zod object as a component: flat properties of primitive types, as a flow can use them. */
export function componentOf(schema: z.ZodObject): unknown {
  return simplified(z.toJSONSchema(schema, { target: 'openapi-3.0', io: 'input', reused: 'inline' }));
}

function simplified(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(simplified);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([name]) => !LEFT_OUT.has(name));
  const members = Object.fromEntries(
    kept.map(([name, member]) => [name, name === 'properties' ? eachProperty(member) : simplified(member)])
  );
  return members['type'] === 'number' ? { ...members, format: 'double' } : members;
}

/** Names of properties are the schema's own, also where they look like a keyword. */
function eachProperty(properties: unknown): unknown {
  if (typeof properties !== 'object' || properties === null) return properties;
  return Object.fromEntries(Object.entries(properties).map(([name, schema]) => [name, simplified(schema)]));
}
