import { CalloutFault } from './callout-fault.ts';
import type { OperationRequest } from './operation-request.ts';

/** What came back. */
export interface CalloutAnswer {
  readonly status: number;
  readonly body: string;
}

/** Sends a request. No answer in time, or none at all, is a CalloutFault in Salesforce's words. */
export async function sendCallout(
  request: OperationRequest,
  authorization: string,
  timeoutMs: number
): Promise<CalloutAnswer> {
  try {
    const response = await fetch(request.url, {
      method: request.method,
      ...(request.body === undefined ? {} : { body: request.body }),
      headers: { ...request.headers, Authorization: authorization },
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs)
    });
    return { status: response.status, body: await response.text() };
  } catch (error) {
    throw new CalloutFault(describeFailure(error, request.url));
  }
}

function describeFailure(error: unknown, url: URL): string {
  if (error instanceof Error && error.name === 'TimeoutError') return 'Read timed out';
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  if (code === 'ENOTFOUND') return `${url.hostname}: Name or service not known`;
  if (code === 'ECONNREFUSED') return `Connection refused (${url.host})`;
  return `Callout to ${url.host} failed: ${cause instanceof Error ? cause.message : String(cause)}`;
}
