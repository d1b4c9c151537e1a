/** Somebody who is told of changed records over HTTP. */
export interface Webhook {
  /** Small letters, digits and `-`: part of its lane, so that it never changes. */
  readonly name: string;
  /** `https:`; `http:` only where private addresses are allowed. */
  readonly url: string;
  /** The one in force first; a second one while they are changed. */
  readonly secrets: readonly string[];
  /** Canonical entities that it is told of, as `customer`; undefined for all. */
  readonly entities: readonly string[] | undefined;
  /** Whether it may stand in the own network. */
  readonly allowPrivateAddresses: boolean;
}
