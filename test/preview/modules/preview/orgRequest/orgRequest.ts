/** Path of the org's REST API, in the version that the whole package uses. */
export const DATA_API = '/services/data/v66.0';

/** A failed request in the shape in which Lightning Data Service hands errors to components (FetchResponse). */
export interface FetchResponse {
  readonly body: unknown;
  readonly ok: false;
  readonly status: number;
  readonly statusText: string;
  readonly errorType: 'fetchResponse';
}

/**
 * Sends a request to the org as the signed-in user (the preview's server adds the session).
 * @param path below the data API, for example `/ui-api/records/001…`
 * @throws FetchResponse when the org refuses; its body is what the org answered.
 */
export async function requestOrg(path: string, init?: RequestInit): Promise<unknown> {
  const response = await fetch(DATA_API + path, init);
  const body = await readBody(response);
  if (response.ok) return body;
  const failure: FetchResponse = {
    body,
    ok: false,
    status: response.status,
    statusText: response.statusText,
    errorType: 'fetchResponse'
  };
  // eslint-disable-next-line @typescript-eslint/only-throw-error -- LDS rejects with this plain shape
  throw failure;
}

/** A request with a JSON body. */
export function json(method: 'POST' | 'PATCH', body: unknown): RequestInit {
  return { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

/** The org's own words for a failure, joined; the status if it had none. */
export function messageOf(error: unknown): string {
  const messages = messagesIn(isFetchResponse(error) ? error.body : error);
  if (messages.length > 0) return messages.join(' ');
  return isFetchResponse(error) ? `${error.status} ${error.statusText}` : String(error);
}

export function isFetchResponse(error: unknown): error is FetchResponse {
  return (
    typeof error === 'object' && error !== null && 'errorType' in error && error.errorType === 'fetchResponse'
  );
}

function messagesIn(body: unknown): string[] {
  if (Array.isArray(body)) return body.flatMap(messagesIn);
  if (typeof body !== 'object' || body === null) return [];
  if ('message' in body && typeof body.message === 'string') return [body.message];
  return 'errors' in body ? messagesIn(body.errors) : [];
}

async function readBody(response: Response): Promise<unknown> {
  const text = await response.text();
  if (text === '') return null;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
