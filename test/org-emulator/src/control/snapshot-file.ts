import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { z } from 'zod';

const format = 'ledger-bridge-org-snapshot/2';

const value = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const values = z.record(z.string(), value);
const texts = z.array(z.string()).readonly();

const changeTypes = [
  ...(['CREATE', 'UPDATE', 'DELETE', 'UNDELETE'] as const),
  ...(['GAP_CREATE', 'GAP_UPDATE', 'GAP_DELETE', 'GAP_UNDELETE', 'GAP_OVERFLOW'] as const)
] as const;

const header = z.object({
  entityName: z.string(),
  recordIds: texts,
  changeType: z.enum(changeTypes),
  changeOrigin: z.string(),
  transactionKey: z.string(),
  sequenceNumber: z.number(),
  commitTimestamp: z.number(),
  commitNumber: z.number(),
  commitUser: z.string(),
  nulledFields: texts,
  diffFields: texts,
  changedFields: texts
});

const event = z.object({
  eventName: z.string(),
  /** The platform event's object, or the entity that changed. */
  object: z.string(),
  replayId: z.string(),
  uuid: z.string(),
  publishedAt: z.iso.datetime(),
  publishedById: z.string(),
  payload: values,
  header: header.optional()
});

const deletion = z.object({
  records: z.array(z.object({ object: z.string(), id: z.string() })).readonly(),
  cleared: z
    .array(z.object({ object: z.string(), id: z.string(), field: z.string(), value: z.string() }))
    .readonly()
});

const snapshotSchema = z.object({
  savedAt: z.iso.datetime(),
  clock: z.object({ fixedAt: z.number().nullable(), offsetMs: z.number() }),
  sequences: z.record(z.string(), z.number()),
  objects: z.record(z.string(), z.array(values)),
  recycleBin: z.record(z.string(), deletion),
  events: z.array(event),
  replayIds: z.object({
    last: z.string(),
    given: z.array(z.tuple([z.string(), z.number()]).readonly()).readonly()
  })
});

/** What a snapshot file holds beside its format. */
export type Snapshot = z.infer<typeof snapshotSchema>;
/** An event in it. */
export type SavedEvent = Snapshot['events'][number];

/** Writes a snapshot, whole or not at all. */
export function writeSnapshot(file: string, snapshot: Snapshot): void {
  const unfinished = `${file}.unfinished`;
  writeFileSync(unfinished, JSON.stringify({ format, ...snapshot }));
  renameSync(unfinished, file);
}

/** Throws an Error that names the file when it cannot be read or is no snapshot. */
export function readSnapshot(file: string): Snapshot {
  try {
    const schema = snapshotSchema.extend({ format: z.literal(format) });
    return schema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    const reason = error instanceof z.ZodError ? z.prettifyError(error) : String(error);
    throw new Error(`${file} cannot be read as a snapshot: ${reason}`, { cause: error });
  }
}
