import type { Request } from 'express';
import { SalesforceError } from '../../errors/salesforce-error.ts';

/**
 * Checks `If-Modified-Since` and `If-Unmodified-Since` (REST API Developer Guide, "Conditional Request Headers").
 * True when what was changed at this moment is the same as the client has, so that 304 is to be answered. Throws
 * 412 PRECONDITION_FAILED. HTTP dates know no parts of a second, so these do not count.
 */
export function isUnchanged(request: Request, changedAt: Date): boolean {
  const changed = Math.floor(changedAt.getTime() / 1000);
  const modifiedSince = secondsOf(request.get('If-Modified-Since'));
  const unmodifiedSince = secondsOf(request.get('If-Unmodified-Since'));
  if (unmodifiedSince !== undefined && changed > unmodifiedSince) throw preconditionFailed();
  if (modifiedSince === undefined || changed > modifiedSince) return false;
  if (request.method === 'GET' || request.method === 'HEAD') return true;
  throw preconditionFailed();
}

/** Undefined where there is no such header, or it holds no date: then it is ignored, as HTTP demands. */
function secondsOf(header: string | undefined): number | undefined {
  const moment = Date.parse(header ?? '');
  return Number.isNaN(moment) ? undefined : Math.floor(moment / 1000);
}

function preconditionFailed(): SalesforceError {
  const message = 'The request was not executed because a precondition was not satisfied';
  return new SalesforceError(412, 'PRECONDITION_FAILED', message);
}
