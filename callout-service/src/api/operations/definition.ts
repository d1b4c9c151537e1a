import type { Role } from '../auth/role.ts';

/** A value that is part of an operation's path. */
export interface PathParameter {
  readonly name: string;
  readonly description: string;
}

/**
 * One operation as the outside sees it. Routes, OpenAPI documents and External Service registrations are all made from
 * these, so that they cannot differ.
 */
export interface OperationDefinition {
  readonly operationId: string;
  readonly method: 'get' | 'post';
  /** With parameters in braces, as OpenAPI writes them. */
  readonly path: string;
  readonly role: Role;
  /** Whether it changes anything in Sage: then its token passes once only. */
  readonly writes: boolean;
  readonly summary: string;
  readonly description: string;
  readonly pathParameters: readonly PathParameter[];
}

/** Values of the path parameters, decoded. */
export type PathValues = Readonly<Record<string, string>>;

/** An operation together with what answers it. */
export interface BoundOperation {
  readonly definition: OperationDefinition;
  /** Rejects with a LedgerBridgeError; its answer must be representable as JSON. */
  answer(values: PathValues): Promise<unknown>;
}
