import { allFields, union } from './fieldRequest';
import type { FieldRequest } from './fieldRequest';
import { readRecord } from './recordReads';
import { mergeRecords } from './recordRepresentation';
import type { RecordRepresentation } from './recordRepresentation';

/** One `getRecord` wire that wants to hear of its record. */
export interface RecordListener {
  readonly request: FieldRequest;
  changed(record: RecordRepresentation): void;
  failed(error: unknown): void;
}

interface CachedRecord {
  readonly record: RecordRepresentation;
  /** Fields asked for, the optional ones that the user may not see included. */
  readonly known: ReadonlySet<string>;
  readonly readAt: number;
}

// LDS serves a record from its cache for 30 seconds (Lightning Data Service, "Data Caching").
const FRESH_FOR_MS = 30_000;

const cache = new Map<string, CachedRecord>();
const listeners = new Map<string, Set<RecordListener>>();

/** The record with at least these fields, from the cache while it is fresh. */
export async function getCachedRecord(
  recordId: string,
  request: FieldRequest
): Promise<RecordRepresentation> {
  const cached = cache.get(recordId);
  const fresh = cached !== undefined && Date.now() - cached.readAt < FRESH_FOR_MS;
  if (fresh && allFields(request).every((name) => cached.known.has(name))) return cached.record;
  return store(recordId, request, await readRecord(recordId, request));
}

/** Tells the listener of every later change of the record. */
export function listen(recordId: string, listener: RecordListener): () => void {
  const present = listeners.get(recordId) ?? new Set();
  listeners.set(recordId, present.add(listener));
  return () => present.delete(listener);
}

/** Says that records changed without Lightning Data Service: reads them again for every wire that shows them. */
export async function notifyRecordUpdateAvailable(items: readonly { recordId: string }[]): Promise<void> {
  await Promise.all(items.map(({ recordId }) => refresh(recordId)));
}

/** Forgets a deleted record. */
export function evict(recordId: string): void {
  cache.delete(recordId);
}

async function refresh(recordId: string): Promise<void> {
  cache.delete(recordId);
  const interested = [...(listeners.get(recordId) ?? [])];
  if (interested.length === 0) return;
  const request = union(interested.map((listener) => listener.request));
  try {
    const record = store(recordId, request, await readRecord(recordId, request));
    for (const listener of interested) listener.changed(record);
  } catch (error) {
    for (const listener of interested) listener.failed(error);
  }
}

function store(recordId: string, request: FieldRequest, answer: RecordRepresentation): RecordRepresentation {
  const before = cache.get(recordId);
  const record = mergeRecords(before?.record, answer);
  const known = new Set([...(before?.known ?? []), ...allFields(request)]);
  cache.set(recordId, { record, known, readAt: Date.now() });
  return record;
}
