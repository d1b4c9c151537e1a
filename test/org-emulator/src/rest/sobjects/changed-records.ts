import { SalesforceError } from '../../errors/salesforce-error.ts';
import type { RecordValues } from '../../schema/field.ts';
import { ok, pathObject, queryParameter, type RestAnswer, type RestCall } from '../resource.ts';

const keptMs = 30 * 24 * 60 * 60 * 1000;

interface Span {
  readonly start: Date;
  readonly end: Date;
}

/** `sobjects/X/deleted?start&end`: what went to the recycle bin in between (guide, "sObject Get Deleted"). */
export function deletedRecords(call: RestCall): RestAnswer {
  const span = spanOf(call);
  const deletedRecords = changedWithin(call, span)
    .filter(({ IsDeleted }) => IsDeleted === true)
    .map(({ Id, SystemModstamp }) => ({ id: Id, deletedDate: restTime(new Date(String(SystemModstamp))) }));
  return ok({
    deletedRecords,
    earliestDateAvailable: restTime(new Date(call.org.clock.now().getTime() - keptMs)),
    latestDateCovered: restTime(span.end)
  });
}

/** `sobjects/X/updated?start&end`: ids of what was created or changed in between (guide, "sObject Get Updated"). */
export function updatedRecords(call: RestCall): RestAnswer {
  const span = spanOf(call);
  const ids = changedWithin(call, span)
    .filter(({ IsDeleted }) => IsDeleted !== true)
    .map(({ Id }) => Id);
  return ok({ ids, latestDateCovered: restTime(span.end) });
}

function changedWithin(call: RestCall, { start, end }: Span): RecordValues[] {
  return call.org.database
    .table(pathObject(call))
    .all()
    .filter(({ SystemModstamp }) => {
      const moment = new Date(String(SystemModstamp));
      return moment >= start && moment <= end;
    });
}

/** The moments asked for. Throws when they are no moments, in the wrong order, or further back than 30 days. */
function spanOf({ org, request }: RestCall): Span {
  const [start, end] = ['start', 'end'].map((name) => new Date(queryParameter(request, name) ?? ''));
  if (!start || !end || Number.isNaN(start.getTime()) || Number.isNaN(end.getTime())) {
    throw new SalesforceError(400, 'INVALID_DATE_FORMAT', 'start and end must be date-times in ISO 8601');
  }
  if (end <= start) {
    throw new SalesforceError(400, 'INVALID_REPLICATION_DATE', 'endDate must be after startDate');
  }
  if (org.clock.now().getTime() - start.getTime() > keptMs) {
    throw new SalesforceError(
      400,
      'INVALID_REPLICATION_DATE',
      'startDate before org replication enabled date'
    );
  }
  return { start, end };
}

function restTime(moment: Date): string {
  return moment.toISOString().replace('Z', '+0000');
}
