import type { Request } from 'express';
import { z } from 'zod';
import { SalesforceError } from '../../errors/salesforce-error.ts';

const method = z.enum(['DELETE', 'GET', 'HEAD', 'PATCH', 'POST', 'PUT']);

/** One subrequest of a composite request or graph. */
export const subrequestSchema = z.object({
  method,
  url: z.string(),
  referenceId: z.string(),
  body: z.unknown().optional(),
  httpHeaders: z.record(z.string(), z.string()).optional()
});

export type CompositeSubrequest = z.infer<typeof subrequestSchema>;

/** Headers of subrequests that the request as a whole decides (REST API Developer Guide, "Composite Subrequest"). */
const ownHeaders = new Set(['accept', 'authorization', 'content-type', 'cookie']);

/** What a subrequest sends: who asks comes from the request around it, the rest from its own headers. */
export function headersOf(request: Request, given: Readonly<Record<string, string>> = {}) {
  const { authorization, cookie } = request.headers;
  const own = Object.entries(given).map(([name, value]) => [name.toLowerCase(), value] as const);
  return {
    ...(authorization === undefined ? {} : { authorization }),
    ...(cookie === undefined ? {} : { cookie }),
    ...callOptions(request),
    ...Object.fromEntries(own.filter(([name]) => !ownHeaders.has(name)))
  };
}

function callOptions(request: Request): Record<string, string> {
  const value = request.get('Sforce-Call-Options');
  return value === undefined ? {} : { 'sforce-call-options': value };
}

/** Throws unless every reference id is there once. */
export function checkReferenceIds(subrequests: readonly CompositeSubrequest[]): void {
  const seen = new Set<string>();
  for (const { referenceId } of subrequests) {
    if (!/^[A-Za-z][A-Za-z0-9_]*$/.test(referenceId)) {
      throw new SalesforceError(400, 'INVALID_INPUT', `Invalid reference id: ${referenceId}`);
    }
    if (seen.has(referenceId)) {
      throw new SalesforceError(
        400,
        'INVALID_INPUT',
        `Duplicate ReferenceId provided in the request: ${referenceId}`
      );
    }
    seen.add(referenceId);
  }
}
