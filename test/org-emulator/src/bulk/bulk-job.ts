/** States of a job (Bulk API 2.0 Developer Guide, "Job States"). */
export type BulkJobState = 'Aborted' | 'Failed' | 'InProgress' | 'JobComplete' | 'Open' | 'UploadComplete';

export const ingestOperations = ['delete', 'hardDelete', 'insert', 'update', 'upsert'] as const;
export const queryOperations = ['query', 'queryAll'] as const;
export type IngestOperation = (typeof ingestOperations)[number];
export type QueryOperation = (typeof queryOperations)[number];

export const columnDelimiterNames = ['BACKQUOTE', 'CARET', 'COMMA', 'PIPE', 'SEMICOLON', 'TAB'] as const;
export type ColumnDelimiter = (typeof columnDelimiterNames)[number];

/** Column delimiters by the name the API gives them. */
export const columnDelimiters = {
  BACKQUOTE: '`',
  CARET: '^',
  COMMA: ',',
  PIPE: '|',
  SEMICOLON: ';',
  TAB: '\t'
} as const satisfies Record<ColumnDelimiter, string>;
export type LineEnding = 'CRLF' | 'LF';

interface JobHead {
  readonly id: string;
  readonly object: string;
  readonly createdById: string;
  readonly createdDate: string;
  /** As in the path that created it, such as `66.0`. */
  readonly apiVersion: string;
  readonly columnDelimiter: ColumnDelimiter;
  readonly lineEnding: LineEnding;
  state: BulkJobState;
  systemModstamp: string;
  errorMessage: string | null;
  processedMs: number;
}

/** One row of an upload, under the header's names as they were given. */
export type CsvRow = Readonly<Record<string, string>>;

/** What became of a row. */
export interface RowResult {
  readonly row: CsvRow;
  readonly id: string;
  readonly created: boolean;
  /** `CODE:message:fields --`; undefined for success. */
  readonly error?: string;
}

/** A job that writes records. */
export interface IngestJob extends JobHead {
  readonly kind: 'ingest';
  readonly operation: IngestOperation;
  readonly externalIdFieldName: string | null;
  upload: string | undefined;
  columns: readonly string[];
  successful: RowResult[];
  failed: RowResult[];
  unprocessed: readonly CsvRow[];
}

/** A job that reads records. */
export interface QueryJob extends JobHead {
  readonly kind: 'query';
  readonly operation: QueryOperation;
  readonly query: string;
  columns: readonly string[];
  rows: readonly (readonly string[])[];
}

export type BulkJob = IngestJob | QueryJob;

/** Whether nothing will happen to a job any more. */
export function isFinished({ state }: BulkJob): boolean {
  return state === 'Aborted' || state === 'Failed' || state === 'JobComplete';
}
