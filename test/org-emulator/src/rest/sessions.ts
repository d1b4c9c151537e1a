import { randomBytes } from 'node:crypto';

/** Who is logged in, by access token. */
export class Sessions {
  readonly #userIds = new Map<string, string>();

  /** Starts a session; tokens look like Salesforce's: organization id, `!`, secret. */
  start(organizationId: string, userId: string): string {
    const token = `${organizationId.slice(0, 15)}!AQ${randomBytes(36).toString('base64url')}`;
    this.#userIds.set(token, userId);
    return token;
  }

  /** The user of a token, or undefined. */
  userId(token: string): string | undefined {
    return this.#userIds.get(token);
  }
}
