import type { z } from 'zod';
import type { Role } from '../auth/role.ts';

/** A value in an operation's path, query or headers. */
export interface OperationParameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required: boolean;
  readonly type: 'string' | 'integer' | 'number';
  readonly description: string;
}

/** A JSON object that becomes a component of the document, and a type for flows. */
export interface NamedObject {
  readonly name: string;
  readonly schema: z.ZodObject;
}

/**
 * What an operation answers. A page's operation answers text that holds JSON, so that no type is generated for it; one
 * meant for an admin's own flow answers flat typed JSON.
 */
export type AnswerForm =
  | { readonly form: 'text'; readonly schemaFile: string; readonly schema: z.ZodType }
  | ({ readonly form: 'json' } & NamedObject);

/**
 * One operation as the outside sees it. Routes, OpenAPI documents and External Service registrations are all made from
 * these, so that they cannot differ.
 */
export interface OperationDefinition<Input = unknown> {
  readonly operationId: string;
  readonly method: 'get' | 'post';
  /** With parameters in braces, as OpenAPI writes them. */
  readonly path: string;
  readonly role: Role;
  /** Whether it changes anything in Sage: then its token passes once only. */
  readonly writes: boolean;
  readonly summary: string;
  readonly description: string;
  readonly parameters: readonly OperationParameter[];
  readonly body?: NamedObject;
  readonly answer: AnswerForm;
  /** Reads parameters (texts, absent when not given) and members of the body, all by name. */
  readonly input: z.ZodType<Input>;
}

/** Parameters as texts, and the members of a JSON body. */
export type RequestValues = Readonly<Record<string, unknown>>;

/** Who asks, as the token proves it. */
export interface OperationCaller {
  readonly subject: string;
}

/** An operation together with what answers it. */
export interface BoundOperation {
  readonly definition: OperationDefinition;
  /** Rejects with a LedgerBridgeError; its answer must be representable as JSON. */
  answer(values: RequestValues, caller?: OperationCaller): Promise<unknown>;
}
