import { createHash } from 'node:crypto';
import { SalesforceError } from '../errors/salesforce-error.ts';
import type { Org } from '../org.ts';
import { ok, queryParameter, type RestAnswer, type RestCall } from '../rest/resource.ts';
import type { UserAccess } from '../access/user-access.ts';

/** Who asks, and whom. */
export interface UiCall {
  readonly org: Org;
  readonly access: UserAccess;
}

/** What tells two states of something apart: a hash of what is shown of it. */
export function eTagOf(value: unknown): string {
  return createHash('md5').update(JSON.stringify(value)).digest('hex');
}

/** 200 with a body that has an `eTag`, or 304 where `If-None-Match` names that very one. */
export function okOrUnchanged({ request }: RestCall, body: { readonly eTag: string }): RestAnswer {
  const known = request.get('If-None-Match')?.split(',') ?? [];
  const isKnown = known.some((tag) => tag.trim().replace(/^(?:W\/)?"?|"$/g, '') === body.eTag);
  return isKnown ? { status: 304 } : { ...ok(body), headers: { ETag: `"${body.eTag}"` } };
}

/** The values of a parameter that holds a list with commas, or comes several times. */
export function listParameter({ request }: RestCall, name: string): string[] {
  const given = request.query[name];
  const texts = Array.isArray(given) ? given : [given];
  return texts
    .flatMap((text) => (typeof text === 'string' ? text.split(',') : []))
    .filter((text) => text !== '');
}

/** A parameter that is a whole number from `least` to `most`, or `otherwise` where it is not given. */
export function wholeParameter(
  { request }: RestCall,
  name: string,
  {
    otherwise,
    least = 0,
    most = 2000
  }: { readonly otherwise: number; readonly least?: number; readonly most?: number }
): number {
  const text = queryParameter(request, name);
  if (text === undefined) return otherwise;
  const number = /^\d+$/.test(text) ? Number(text) : NaN;
  if (number >= least && number <= most) return number;
  throw illegalParameter(`${name} must be a whole number from ${least} to ${most}`);
}

/** 400 for a parameter that says what it cannot mean. */
export function illegalParameter(message: string): SalesforceError {
  return new SalesforceError(400, 'ILLEGAL_QUERY_PARAMETER_VALUE', message);
}

/** Path of a UI API resource, with the parameters that have a value. */
export function uiApiUrl(
  { version }: Pick<RestCall, 'version'>,
  path: string,
  parameters: Readonly<Record<string, number | string | undefined>> = {}
): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters))
    if (value !== undefined && value !== '') query.set(name, String(value));
  const text = query.toString();
  return `/services/data/${version}/ui-api/${path}${text === '' ? '' : `?${text}`}`;
}
