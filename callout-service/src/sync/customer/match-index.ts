import { createHash } from 'node:crypto';

/** Of a digest: 72 bits. A chance meeting only costs a look at a customer that then does not match. */
const DIGEST_LENGTH = 12;

/**
 * Which customers have which values. It keeps the customer's number and a digest of each value, never names or addresses:
 * about 300 bytes for each customer and match key, so 100,000 customers under two keys take some 60 MB.
 */
export class MatchIndex {
  readonly #customersByDigest = new Map<string, readonly string[]>();
  readonly #digestsByCustomer = new Map<string, readonly string[]>();

  /** Takes the values of a customer in place of those it had. */
  put(customerNo: string, values: readonly string[]): void {
    const digests = [...new Set(values.map(digestOf))];
    for (const digest of this.#digestsByCustomer.get(customerNo) ?? []) {
      const others = this.#customersOf(digest).filter((other) => other !== customerNo);
      if (others.length === 0) this.#customersByDigest.delete(digest);
      else this.#customersByDigest.set(digest, others);
    }
    if (digests.length === 0) this.#digestsByCustomer.delete(customerNo);
    else this.#digestsByCustomer.set(customerNo, digests);
    for (const digest of digests)
      this.#customersByDigest.set(digest, [...this.#customersOf(digest), customerNo]);
  }

  /** Numbers of customers that may have one of the values. */
  find(values: readonly string[]): readonly string[] {
    return [...new Set(values.flatMap((value) => this.#customersOf(digestOf(value))))];
  }

  #customersOf(digest: string): readonly string[] {
    return this.#customersByDigest.get(digest) ?? [];
  }
}

function digestOf(value: string): string {
  return createHash('sha256').update(value).digest('base64url').slice(0, DIGEST_LENGTH);
}
