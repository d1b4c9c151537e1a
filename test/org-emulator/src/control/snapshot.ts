import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import type { Org } from '../org.ts';
import type { RecordValues } from '../schema/field.ts';
import type { ObjectDefinition } from '../schema/object.ts';

const format = 'ledger-bridge-org-snapshot/1';

const value = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const snapshotSchema = z.object({
  format: z.literal(format),
  savedAt: z.iso.datetime(),
  clock: z.object({ fixedAt: z.number().nullable(), offsetMs: z.number() }),
  sequences: z.record(z.string(), z.number()),
  objects: z.record(z.string(), z.array(z.record(z.string(), value)))
});

type Snapshot = z.infer<typeof snapshotSchema>;

/** Writes the org's records, deleted ones too, its sequences and its clock to a file, whole or not at all. */
export function saveSnapshot(org: Org, file: string): void {
  const snapshot: Snapshot = {
    format,
    savedAt: new Date().toISOString(),
    clock: org.clock.state,
    sequences: Object.fromEntries(org.database.sequences),
    objects: Object.fromEntries(
      org.schema.objects.map((object) => [object.name, org.database.table(object).all()])
    )
  };
  const unfinished = `${file}.unfinished`;
  writeFileSync(unfinished, JSON.stringify(snapshot));
  renameSync(unfinished, file);
}

/**
 * Puts a saved state in place of the org's records, sequences and clock. Nobody is told of changes. Throws an Error
 * that names the file when it cannot be read, is no snapshot, or has records of an object that is not there.
 */
export function loadSnapshot(org: Org, file: string): void {
  const { objects, sequences, clock } = readSnapshot(file);
  const tables = Object.entries(objects).map(([name, records]) => {
    const object = org.schema.object(name);
    if (!object) throw new Error(`${file} has records of ${name}, which this org does not know`);
    return { object, records };
  });
  org.database.clear();
  for (const { object, records } of tables) {
    for (const record of records) org.database.put(object, String(record.Id), withAllFields(object, record));
  }
  for (const [name, number] of Object.entries(sequences)) org.database.setSequence(name, number);
  org.clock.continueFrom(clock);
}

function readSnapshot(file: string): Snapshot {
  try {
    return snapshotSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    const reason = error instanceof z.ZodError ? z.prettifyError(error) : String(error);
    throw new Error(`${file} cannot be read as a snapshot: ${reason}`, { cause: error });
  }
}

/** Fields that came since the snapshot have their default, those that are gone are left out. */
function withAllFields(object: ObjectDefinition, record: RecordValues): RecordValues {
  return Object.fromEntries(
    object.fields.map(({ name, defaultValue }) => [
      name,
      name in record ? (record[name] ?? null) : defaultValue
    ])
  );
}
