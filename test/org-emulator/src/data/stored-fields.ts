import type { RecordReader } from './record-reader.ts';

/** Reads what is stored and computes nothing. */
export const storedFields: RecordReader = {
  value: (_object, record, field) => record[field.name] ?? null,
  all: (_object, record) => record
};
