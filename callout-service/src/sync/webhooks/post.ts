import { request as requestHttp } from 'node:http';
import { request as requestHttps, type RequestOptions } from 'node:https';
import { isIP } from 'node:net';
import { publicOnly, RefusedAddressError } from './guarded-lookup.ts';
import { isPublicAddress } from './public-address.ts';

export interface PostRequest {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly allowPrivateAddresses: boolean;
  /** For everything together, from the look-up of the name on. */
  readonly signal: AbortSignal;
}

export interface PostAnswer {
  readonly status: number;
  readonly retryAfter: string | undefined;
}

/**
 * Posts once and gives the status; redirects are not followed, and what the answer says is not read. Each call has a
 * connection of its own. Rejects when nobody answers, and with RefusedAddressError.
 */
export function post({
  url,
  headers,
  body,
  allowPrivateAddresses,
  signal
}: PostRequest): Promise<PostAnswer> {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  // An address is not looked up, so it is looked at here.
  if (!allowPrivateAddresses && isIP(host) !== 0 && !isPublicAddress(host)) {
    return Promise.reject(new RefusedAddressError());
  }
  const options: RequestOptions = {
    method: 'POST',
    headers: { ...headers, 'Content-Length': String(Buffer.byteLength(body)) },
    signal,
    agent: false,
    ...(allowPrivateAddresses ? {} : { lookup: publicOnly })
  };
  return new Promise((resolve, reject) => {
    const request = url.protocol === 'https:' ? requestHttps(url, options) : requestHttp(url, options);
    request.once('response', (response) => {
      resolve({ status: response.statusCode ?? 0, retryAfter: response.headers['retry-after'] });
      response.destroy();
    });
    request.on('error', reject);
    request.end(body);
  });
}
