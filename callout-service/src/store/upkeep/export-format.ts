import { createHash, type Hash } from 'node:crypto';
import { z } from 'zod';
import { exportedTables } from './exported-tables.ts';

/** First line: what the file is. `format` 1 is all there is so far. */
export const exportHeadSchema = z.strictObject({
  kind: z.literal('ledger-bridge-store'),
  format: z.literal(1),
  /** Of the last migration, as `004-engine`. */
  schemaVersion: z.string().min(1),
  exportedAt: z.iso.datetime(),
  /** The last id given out in each table that counts: never given again, even where the row has gone. */
  counters: z.record(z.string(), z.int().nonnegative())
});
export type ExportHead = z.output<typeof exportHeadSchema>;

/** One row, with the columns and values that the database has. */
export const exportRowSchema = z.strictObject({
  table: z.enum(exportedTables.map(({ name }) => name)),
  row: z.record(z.string(), z.union([z.string(), z.number(), z.null()]))
});
export type ExportRow = z.output<typeof exportRowSchema>;

/** Last line: a file without it was cut off. */
export const exportEndSchema = z.strictObject({
  rows: z.int().nonnegative(),
  /** SHA-256, in hexadecimal, of all lines before it, each with its line feed. */
  sha256: z.string().length(64)
});

/** The digest of the lines so far. */
export class LinesDigest {
  readonly #hash: Hash = createHash('sha256');

  add(line: string): void {
    this.#hash.update(line).update('\n');
  }

  get hex(): string {
    return this.#hash.copy().digest('hex');
  }
}
