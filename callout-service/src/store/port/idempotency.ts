/** A request that must have its effect once. */
export interface IdempotentRequest {
  /** Whose key it is, as `submitOrder`: keys of different scopes do not meet. */
  readonly scope: string;
  readonly key: string;
  /** A digest of the content, so that a key used for something else is noticed. */
  readonly fingerprint: string;
}

/** What is known of a request's key. */
export type KnownRequest =
  | { readonly outcome: 'new' }
  | {
      readonly outcome: 'known';
      readonly sameContent: boolean;
      /** What was answered then; undefined while it was not. */
      readonly answer: unknown;
      readonly since: string;
    };

/** Keys of requests that were taken, kept longer than the jobs that came of them. */
export interface IdempotencyKeys {
  /** Takes the key if it is new. Of two at the same moment, one gets `new`. */
  take(request: IdempotentRequest): Promise<KnownRequest>;
  find(scope: string, key: string): Promise<KnownRequest>;
  /** Keeps what is answered to a repetition. @throws LB610 when nobody took the key. */
  answer(scope: string, key: string, answer: unknown): Promise<void>;
}
