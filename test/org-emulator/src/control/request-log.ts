import type { Clock } from '../clock.ts';

/** What the org was asked, or asked others, as the request log keeps it. */
export interface NotedRequest {
  /** Interface: `rest`, `bulk`, `soap`, `ui-api`, `tooling`, `graphql`, `login`, `pubsub` or `callout`. */
  readonly api: string;
  /** Username, or null where nobody was logged in. */
  readonly user: string | null;
  /** HTTP method, or the name of a gRPC call. */
  readonly method: string;
  /** Path and query, or a topic. Secrets in the query are masked here. */
  readonly path: string;
  /** Bytes of the body that was announced; 0 where its length was not. */
  readonly requestBytes: number;
  /** HTTP or gRPC status; null when the connection ended without an answer. */
  readonly status: number | null;
  readonly durationMs: number;
  /** Whether it counted as an API request of the org's daily allowance. */
  readonly counted: boolean;
}

/** A noted request with its number and the org's time. */
export interface LoggedRequest extends NotedRequest {
  /** Rises by one with each request, never reused. */
  readonly number: number;
  readonly at: string;
}

/** Which requests are wanted. */
export interface RequestFilter {
  /** Only those after this number. */
  readonly after?: number | undefined;
  /** Only those whose `METHOD path` matches. */
  readonly match?: RegExp | undefined;
  readonly api?: string | undefined;
}

const secretParameters = /([?&](?:access_token|assertion|client_secret|oauth_token|sid|token)=)[^&]*/gi;

/** The last requests of the org. Headers and bodies are never kept, so no token and no assertion is. */
export class RequestLog {
  readonly #clock: Clock;
  readonly #capacity: number;
  readonly #ring: LoggedRequest[] = [];
  #last = 0;

  constructor(clock: Clock, capacity = 10_000) {
    this.#clock = clock;
    this.#capacity = capacity;
  }

  /** Notes a request; the oldest is forgotten when the log is full. */
  note(request: NotedRequest): void {
    this.#last += 1;
    const path = request.path.replace(secretParameters, '$1…');
    const at = this.#clock.now().toISOString();
    this.#ring[(this.#last - 1) % this.#capacity] = { ...request, path, number: this.#last, at };
  }

  /** The requests that match, oldest first. */
  find({ after = 0, match, api }: RequestFilter = {}): LoggedRequest[] {
    const oldest = this.#last % this.#capacity;
    const inOrder =
      this.#last > this.#capacity
        ? [...this.#ring.slice(oldest), ...this.#ring.slice(0, oldest)]
        : this.#ring;
    return inOrder.filter(
      (each) =>
        each.number > after &&
        (api === undefined || each.api === api) &&
        (match === undefined || match.test(`${each.method} ${each.path}`))
    );
  }

  clear(): void {
    this.#ring.length = 0;
    this.#last = 0;
  }
}
