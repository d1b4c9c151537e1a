import { DateTime } from 'luxon';

/**
 * When something was asked for, to the second, as ISO 8601 in UTC; undefined for what is no moment. Salesforce keeps
 * moments of records to the second, and writes them otherwise in events than in answers to queries: the same request has
 * the same moment by either way. Source: Object Reference, Primitive Data Types (dateTime).
 */
export function requestMoment(text: unknown): string | undefined {
  if (typeof text !== 'string') return undefined;
  const moment = DateTime.fromISO(text, { zone: 'utc' });
  return moment.isValid ? moment.startOf('second').toISO() : undefined;
}
