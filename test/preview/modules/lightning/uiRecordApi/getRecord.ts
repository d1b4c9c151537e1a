import type { WireAdapter, WireDataCallback } from 'lwc';
import { deepFreeze } from 'preview/deepFreeze';
import { allFields } from './fieldRequest';
import type { FieldRequest } from './fieldRequest';
import { getCachedRecord, listen } from './recordCache';
import { pickFields, qualifiedName } from './recordRepresentation';
import type { FieldId, RecordRepresentation } from './recordRepresentation';

interface RecordConfig {
  recordId?: string | null;
  fields?: readonly FieldId[] | FieldId;
  optionalFields?: readonly FieldId[] | FieldId;
}

interface RecordResult {
  readonly data: RecordRepresentation | undefined;
  readonly error: unknown;
}

const NOTHING_YET: RecordResult = { data: undefined, error: undefined };

/** The wire adapter `getRecord` with `fields` and `optionalFields`. It waits until it has a record id and a field. */
export class getRecord implements WireAdapter<RecordConfig> {
  private config: RecordConfig | undefined;
  private connected = false;
  private stopListening: (() => void) | undefined;
  private emitted = '';
  /** Counts configurations, so that a late answer to an earlier one is dropped. */
  private generation = 0;
  private readonly dataCallback: WireDataCallback;

  constructor(dataCallback: WireDataCallback) {
    this.dataCallback = dataCallback;
    dataCallback(NOTHING_YET);
  }

  connect(): void {
    this.connected = true;
    void this.provide();
  }

  disconnect(): void {
    this.connected = false;
    this.forget();
  }

  update(config: RecordConfig): void {
    this.config = config;
    void this.provide();
  }

  private async provide(): Promise<void> {
    this.forget();
    const recordId = this.config?.recordId;
    const request = toRequest(this.config);
    if (!this.connected || !recordId || allFields(request).length === 0) return;
    const generation = this.generation;
    const isCurrent = (): boolean => generation === this.generation;
    this.stopListening = listen(recordId, {
      request,
      changed: (record) => this.emit({ data: pickFields(record, allFields(request)), error: undefined }),
      failed: (error) => this.emit({ data: undefined, error })
    });
    try {
      const record = await getCachedRecord(recordId, request);
      if (isCurrent()) this.emit({ data: pickFields(record, allFields(request)), error: undefined });
    } catch (error) {
      if (isCurrent()) this.emit({ data: undefined, error });
    }
  }

  private emit(result: RecordResult): void {
    const text = JSON.stringify(result);
    if (text === this.emitted) return;
    this.emitted = text;
    this.dataCallback(deepFreeze(result));
  }

  private forget(): void {
    this.generation += 1;
    this.stopListening?.();
    this.stopListening = undefined;
  }
}

function toRequest(config: RecordConfig | undefined): FieldRequest {
  return { fields: toNames(config?.fields), optionalFields: toNames(config?.optionalFields) };
}

function toNames(fields: readonly FieldId[] | FieldId | undefined): string[] {
  if (fields === undefined) return [];
  const list: readonly FieldId[] = isList(fields) ? fields : [fields];
  return list.map(qualifiedName);
}

function isList(fields: readonly FieldId[] | FieldId): fields is readonly FieldId[] {
  return Array.isArray(fields);
}
