import { networkFailure } from './network-failure.ts';

/** A request over HTTP with everything that it says. */
export interface HttpRequest {
  readonly method: 'DELETE' | 'GET' | 'PATCH' | 'POST' | 'PUT';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** For all of it, from the look-up of the name to the last byte of the answer. */
  readonly timeoutMs: number;
  /** Whether it may be sent again when it is not known what became of it. */
  readonly repeatable: boolean;
  /** Ends it early, when the service stops. */
  readonly signal?: AbortSignal;
}

export interface HttpAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/**
 * Sends a request once and reads its whole answer. Redirections are not followed, since the token would go with them.
 * @throws LedgerBridgeError LB701 when the request had no effect or may be repeated, LB709 when its effect is unknown.
 */
export async function send(request: HttpRequest): Promise<HttpAnswer> {
  const { method, url, headers, body, timeoutMs, signal } = request;
  const inTime = AbortSignal.timeout(timeoutMs);
  try {
    const response = await fetch(url, {
      method,
      headers,
      redirect: 'manual',
      signal: signal === undefined ? inTime : AbortSignal.any([inTime, signal]),
      ...(body !== undefined && { body })
    });
    return { status: response.status, headers: response.headers, text: await response.text() };
  } catch (error) {
    throw networkFailure(error, request);
  }
}
