import { z } from 'zod';
import type { ExternalServices } from '../callouts/external-services.ts';
import type { FlowMetadata } from '../metadata/flow.ts';
import { ignored, text } from '../metadata/xml.ts';
import type { Schema } from '../schema/schema.ts';
import type { DeclaredType } from './data-type.ts';
import type { Interview } from './interview.ts';
import type { Steps } from './runtime/pause.ts';

/** What an element may check itself against when its flow is loaded. */
export interface FlowLoadContext {
  readonly schema: Schema;
  readonly externalServices: ExternalServices;
  /** Custom labels, for `$Label`. */
  readonly labels: ReadonlyMap<string, unknown>;
  /** Custom permissions, for `$Permission`. */
  readonly customPermissions: ReadonlyMap<string, unknown>;
  /** The flow it stands in. */
  readonly flow: FlowMetadata;
  /** All flows, for subflows. */
  readonly flows: ReadonlyMap<string, FlowMetadata>;
}

/** Finds out what a resource is declared to hold, once all elements are read; undefined where that is not known. */
export type TypeOf = (reference: string) => DeclaredType | undefined;

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
  /** Type of the value that stands under the element's own name once it has run. */
  readonly valueType?: (typeOf: TypeOf) => DeclaredType | undefined;
  /** Names inside the element that others may refer to, such as outcomes, with their types where they have values. */
  readonly innerNames?: ReadonlyMap<string, DeclaredType | undefined>;
  /** Looked at when all elements and resources are read: formulas are compiled here. Answers problems. */
  readonly prepare?: (typeOf: TypeOf) => readonly string[];
  /** Changes records or calls actions, which flows that run before the save cannot. */
  readonly hasEffects?: boolean;
  /** Does its work and names the next element, or answers steps that must pause; throws FlowFault when it fails. */
  readonly run: (interview: Interview) => Steps<string | undefined> | string | undefined;
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
  /** The shape of its XML, for comparison with the published one. */
  readonly schema: z.ZodType;
}

/** Properties that every element of a flow has. */
export const commonProperties = {
  name: text,
  label: text.optional(),
  description: ignored,
  elementSubtype: ignored,
  locationX: ignored,
  locationY: ignored,
  processMetadataValues: ignored
};

/** An arrow to the next element. */
export const connectorSchema = z
  .strictObject({
    targetReference: text,
    isGoTo: ignored,
    processMetadataValues: ignored
  })
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
    schema,
    load: (xml, context) => {
      const properties = schema.parse(xml);
      return { name: properties.name, kind, ...build(properties, context) };
    }
  };
}
