import type { FetchResponse } from 'preview/orgRequest';
import { isFetchResponse, json, requestOrg } from 'preview/orgRequest';
import { evict, notifyRecordUpdateAvailable } from './recordCache';
import type { RecordRepresentation } from './recordRepresentation';

/** Creates a record. Rejects with a FetchResponse whose body is one error object. */
export async function createRecord(input: {
  apiName: string;
  fields: Record<string, unknown>;
}): Promise<RecordRepresentation> {
  return (await write('/ui-api/records', json('POST', input))) as RecordRepresentation;
}

/** Updates the record named by `fields.Id`; every wire that shows it gets the new values. */
export async function updateRecord(input: {
  fields: Record<string, unknown>;
}): Promise<RecordRepresentation> {
  const { Id: recordId, ...fields } = input.fields;
  const record = (await write(
    `/ui-api/records/${String(recordId)}`,
    json('PATCH', { fields })
  )) as RecordRepresentation;
  await notifyRecordUpdateAvailable([{ recordId: String(recordId) }]);
  return record;
}

/** Deletes a record. */
export async function deleteRecord(recordId: string): Promise<void> {
  await write(`/ui-api/records/${recordId}`, { method: 'DELETE' });
  evict(recordId);
}

async function write(path: string, init: RequestInit): Promise<unknown> {
  try {
    return await requestOrg(path, init);
  } catch (error) {
    // LDS gives the body of a failed write as one object, of a failed read as a list (LWC guide, "Handle Errors").
    // eslint-disable-next-line @typescript-eslint/only-throw-error -- LDS rejects with this plain shape
    if (isFetchResponse(error)) throw withOneError(error);
    throw error;
  }
}

function withOneError(failure: FetchResponse): FetchResponse {
  const body: unknown = Array.isArray(failure.body) ? failure.body[0] : failure.body;
  return { ...failure, body };
}
