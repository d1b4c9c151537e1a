import { randomBytes } from 'node:crypto';
import type { Clock } from '../clock.ts';
import type { LimitSettings } from './limits/org-limits.ts';

/** Who is logged in by a token, through what, and until when. */
export interface Session {
  readonly userId: string;
  /** External Client App that logged in, or null for a session that the control plane opened. */
  readonly consumerKey: string | null;
  /** Name of the client, as change events tell it, or null. */
  readonly clientName: string | null;
  /** Moments of the org's clock, in milliseconds since 1970. */
  readonly startedAt: number;
  readonly expiresAt: number;
}

type Opened = Pick<Session, 'clientName' | 'consumerKey'>;

const unnamed: Opened = { consumerKey: null, clientName: null };

/** Sessions by access token. A session ends when it was not used for the org's time-out, or is revoked. */
export class Sessions {
  readonly #clock: Clock;
  readonly #limits: { readonly settings: LimitSettings };
  readonly #sessions = new Map<string, Session>();

  constructor(clock: Clock, limits: { readonly settings: LimitSettings }) {
    this.#clock = clock;
    this.#limits = limits;
  }

  /** Starts a session; tokens look like Salesforce's: organization id, `!`, secret. */
  start(organizationId: string, userId: string, opened: Opened = unnamed): string {
    const token = `${organizationId.slice(0, 15)}!AQ${randomBytes(36).toString('base64url')}`;
    const startedAt = this.#clock.now().getTime();
    this.#sessions.set(token, { ...opened, userId, startedAt, expiresAt: startedAt + this.#timeout });
    return token;
  }

  /** The user of a token, or undefined. */
  userId(token: string): string | undefined {
    return this.find(token)?.userId;
  }

  /**
   * The live session of a token, or undefined. Use extends it, though only when half of the time-out has passed
   * (help, "Modify Session Security Settings").
   */
  find(token: string): Session | undefined {
    const session = this.#sessions.get(token);
    if (!session) return undefined;
    const now = this.#clock.now().getTime();
    if (now >= session.expiresAt) {
      this.#sessions.delete(token);
      return undefined;
    }
    if (session.expiresAt - now > this.#timeout / 2) return session;
    const extended = { ...session, expiresAt: now + this.#timeout };
    this.#sessions.set(token, extended);
    return extended;
  }

  /** Ends a session. False when there is none of that token. */
  end(token: string): boolean {
    return this.#sessions.delete(token);
  }

  get #timeout(): number {
    return this.#limits.settings.sessionTimeoutSeconds * 1000;
  }
}
