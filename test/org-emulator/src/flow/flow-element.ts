import { z } from 'zod';
import type { ExternalServices } from '../callouts/external-services.ts';
import { ignored, text, whole } from '../metadata/xml.ts';
import type { Schema } from '../schema/schema.ts';
import type { Interview } from './interview.ts';

/** What an element may check itself against when its flow is loaded. */
export interface FlowLoadContext {
  readonly schema: Schema;
  readonly externalServices: ExternalServices;
}

/** What an element does and what it points at. */
export interface ElementBehaviour {
  /** Elements its connectors lead to; undefined where a path simply ends. */
  readonly targets: readonly (string | undefined)[];
  /** Resources it reads or writes. */
  readonly references: readonly string[];
  /** Where it goes on when it fails. */
  readonly faultTarget?: string | undefined;
  /** What is wrong with it, found at load. */
  readonly problems?: readonly string[];
  /** Does its work and names the next element; throws FlowFault when it fails. */
  readonly run: (interview: Interview) => Promise<string | undefined> | string | undefined;
}

/** An element of a loaded flow. */
export interface FlowElement extends ElementBehaviour {
  readonly name: string;
  readonly kind: string;
}

/** One kind of element, such as `decisions`: how its XML reads and what it does. */
export interface FlowElementKind {
  readonly kind: string;
  /** Reads one element. Throws a ZodError that names what the local org does not support. */
  readonly load: (xml: unknown, context: FlowLoadContext) => FlowElement;
}

/** Properties that every element of a flow has. */
export const commonProperties = {
  name: text,
  label: text.optional(),
  description: ignored,
  elementSubtype: ignored,
  locationX: whole,
  locationY: whole,
  processMetadataValues: ignored
};

/** An arrow to the next element. */
export const connectorSchema = z
  .strictObject({ targetReference: text, isGoTo: ignored, processMetadataValues: ignored })
  .transform((xml) => xml.targetReference);

/** Makes an element kind of a shape and of what elements of that shape do. */
export function defineElement<T extends { name: string }>(definition: {
  readonly kind: string;
  readonly schema: z.ZodType<T>;
  readonly build: (xml: T, context: FlowLoadContext) => ElementBehaviour;
}): FlowElementKind {
  const { kind, schema, build } = definition;
  return {
    kind,
    load: (xml, context) => {
      const properties = schema.parse(xml);
      return { name: properties.name, kind, ...build(properties, context) };
    }
  };
}
