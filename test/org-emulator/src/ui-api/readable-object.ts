import { notFound } from '../errors/salesforce-error.ts';
import type { ObjectDefinition } from '../schema/object.ts';
import type { UiCall } from './answers.ts';

/** The object of that name, if the user may read it. Throws NOT_FOUND. */
export function readableObject({ org, access }: UiCall, name: string): ObjectDefinition {
  const object = org.schema.object(name);
  if (!object || !access.can('read', object)) throw notFound();
  return object;
}
