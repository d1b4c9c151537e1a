import { requestOrg } from 'preview/orgRequest';
import { union } from './fieldRequest';
import type { FieldRequest } from './fieldRequest';
import type { RecordRepresentation } from './recordRepresentation';

interface Reader {
  readonly request: FieldRequest;
  readonly resolve: (record: RecordRepresentation) => void;
  readonly reject: (error: unknown) => void;
}

const waiting = new Map<string, Reader[]>();

/**
 * Reads fields of a record from the org. Readers of one record that ask at the same time share one request,
 * as Lightning Data Service does it.
 * @throws FetchResponse when the record or a required field is not for this user.
 */
export function readRecord(recordId: string, request: FieldRequest): Promise<RecordRepresentation> {
  return new Promise((resolve, reject) => {
    const reader = { request, resolve, reject };
    const others = waiting.get(recordId);
    if (others) others.push(reader);
    else {
      waiting.set(recordId, [reader]);
      // A task, not a microtask: components of one page connect within one task.
      setTimeout(() => void answerReaders(recordId), 0);
    }
  });
}

async function answerReaders(recordId: string): Promise<void> {
  const readers = waiting.get(recordId) ?? [];
  waiting.delete(recordId);
  try {
    const record = await fetchRecord(recordId, union(readers.map(({ request }) => request)));
    for (const reader of readers) reader.resolve(record);
  } catch (error) {
    if (readers.length === 1) readers[0]?.reject(error);
    // One reader's forbidden field must not blind the others.
    else
      for (const reader of readers) fetchRecord(recordId, reader.request).then(reader.resolve, reader.reject);
  }
}

async function fetchRecord(recordId: string, request: FieldRequest): Promise<RecordRepresentation> {
  const query = new URLSearchParams();
  if (request.fields.length > 0) query.set('fields', request.fields.join(','));
  if (request.optionalFields.length > 0) query.set('optionalFields', request.optionalFields.join(','));
  return (await requestOrg(`/ui-api/records/${recordId}?${query.toString()}`)) as RecordRepresentation;
}
