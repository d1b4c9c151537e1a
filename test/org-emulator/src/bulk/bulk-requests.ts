import type { RequestHandler } from 'express';
import { z } from 'zod';
import type { Org } from '../org.ts';
import type { RestCall } from '../rest/resource.ts';
import { SalesforceError } from '../errors/salesforce-error.ts';
import { type BulkJob, type ColumnDelimiter, columnDelimiterNames, type LineEnding } from './bulk-job.ts';

/** How a new job's tables are written; the same in both kinds of jobs. */
export const tableForm = {
  columnDelimiter: z.enum(columnDelimiterNames).default('COMMA'),
  lineEnding: z.enum(['CRLF', 'LF']).default('LF'),
  contentType: z.literal('CSV').optional()
};

/** What every new job has. */
export function newJobHead(
  { org, access, version }: RestCall,
  form: { readonly columnDelimiter: ColumnDelimiter; readonly lineEnding: LineEnding }
) {
  const now = org.clock.now().toISOString();
  return {
    id: org.bulkJobs.nextId(),
    createdById: access.userId,
    createdDate: now,
    systemModstamp: now,
    apiVersion: version.slice(1),
    columnDelimiter: form.columnDelimiter,
    lineEnding: form.lineEnding,
    state: 'Open' as const,
    errorMessage: null,
    processedMs: 0
  };
}

/** The user's job of that id and kind. Throws NOT_FOUND. */
export function requireJob<K extends BulkJob['kind']>(
  { org, access }: RestCall,
  id: string,
  kind: K
): Extract<BulkJob, { kind: K }> {
  const job = org.bulkJobs.find(id);
  if (!job || !isOfKind(job, kind) || job.createdById !== access.userId) {
    throw new SalesforceError(404, 'NOT_FOUND', 'The requested resource does not exist');
  }
  return job;
}

function isOfKind<K extends BulkJob['kind']>(job: BulkJob, kind: K): job is Extract<BulkJob, { kind: K }> {
  return job.kind === kind;
}

/** Answers an expired session as the Bulk API does, with 400, where that fault was ordered. */
export function strikeJobRequest(org: Org): RequestHandler {
  return (request, response, next) => {
    const subject = `${request.method} ${request.originalUrl}`;
    if (org.faults.strike('bulk-job', subject, ['expired-session']).length > 0) {
      response
        .status(400)
        .json({ exceptionCode: 'InvalidSessionId', exceptionMessage: 'Invalid session id' });
      return;
    }
    next();
  };
}
