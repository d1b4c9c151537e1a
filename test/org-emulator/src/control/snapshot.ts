import type { OrgEvent } from '../events/org-event.ts';
import type { Org } from '../org.ts';
import type { RecordValues } from '../schema/field.ts';
import type { ObjectDefinition } from '../schema/object.ts';
import { readSnapshot, type SavedEvent, writeSnapshot } from './snapshot-file.ts';

/**
 * Writes the org's state to a file: records, deleted ones too, what comes back with those, sequences, the clock, and
 * the events of 72 hours with their replay ids. Left out are sessions, jobs, mails, request log, faults, settings,
 * and flow runs that wait for their moment; scheduled flows are planned anew.
 */
export function saveSnapshot(org: Org, file: string): void {
  const { schema, database, clock } = org;
  const { events, replayIds } = org.events.state;
  writeSnapshot(file, {
    savedAt: new Date().toISOString(),
    clock: clock.state,
    sequences: Object.fromEntries(database.sequences),
    objects: Object.fromEntries(schema.objects.map((object) => [object.name, database.table(object).all()])),
    recycleBin: Object.fromEntries(database.recycleBin.deletions),
    events: events.map(savedEvent),
    replayIds
  });
}

/**
 * Puts a saved state in place of the org's. Nobody is told of changes. Throws an Error that names the file when it
 * cannot be read, is no snapshot, or has records or events of an object that is not there; nothing changes then.
 */
export function loadSnapshot(org: Org, file: string): void {
  const { objects, recycleBin, sequences, clock, events, replayIds } = readSnapshot(file);
  const find = (name: string): ObjectDefinition => {
    const object = org.schema.object(name);
    if (!object) throw new Error(`${file} has records of ${name}, which this org does not know`);
    return object;
  };
  const tables = Object.entries(objects).map(([name, records]) => ({ object: find(name), records }));
  const kept = events.map((event) => eventOf(event, find(event.object)));
  const { database } = org;
  database.clear();
  for (const { object, records } of tables) {
    for (const record of records) database.put(object, String(record.Id), withAllFields(object, record));
  }
  for (const [id, deletion] of Object.entries(recycleBin)) database.recycleBin.put(id, deletion);
  for (const [name, number] of Object.entries(sequences)) database.setSequence(name, number);
  org.clock.continueFrom(clock);
  org.events.continueFrom({ events: kept, replayIds });
  org.flows.clear();
}

function savedEvent({ object, replayId, publishedAt, ...event }: OrgEvent): SavedEvent {
  return {
    ...event,
    object: object.name,
    replayId: String(replayId),
    publishedAt: publishedAt.toISOString()
  };
}

function eventOf({ replayId, publishedAt, ...event }: SavedEvent, object: ObjectDefinition): OrgEvent {
  return { ...event, object, replayId: BigInt(replayId), publishedAt: new Date(publishedAt) };
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
