import type { Kysely, Selectable } from 'kysely';
import { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';
import { entryName, freeText } from '../entry-text.ts';
import { fromJsonText, jsonText } from '../json-text.ts';
import { isoOf } from '../moment.ts';
import { createAudit } from '../operation/audit.ts';
import type { MappingVersion, MappingVersions, NewMappingVersion } from '../port/mapping-versions.ts';
import { reading } from '../reading.ts';
import type { MappingVersionTable } from '../schema/record-tables.ts';
import type { StoreDatabase } from '../schema/store-database.ts';
import type { StoreContext } from '../store-context.ts';

/** Mappings as they were published, one after the other. */
export function createMappingVersions(context: StoreContext): MappingVersions {
  return {
    publish: (mapping) => context.inTransaction((within) => publish(within, mapping)),
    rollBack: (object, toVersion, publishedBy) =>
      context.inTransaction((within) => rollBack(within, object, toVersion, publishedBy)),
    current: (object) =>
      reading(context, async (database) => {
        const row = await versionsOf(database, object).limit(1).executeTakeFirst();
        return row && mappingOf(row);
      }),
    find: (object, version) => reading(context, (database) => find(database, object, version)),
    list: (object) =>
      reading(context, async (database) => (await versionsOf(database, object).execute()).map(mappingOf)),
    objects: () =>
      reading(context, async (database) => {
        const rows = await database.selectFrom('mapping_version').select('object').distinct().execute();
        return rows.map(({ object }) => object).toSorted();
      })
  };
}

async function publish(context: StoreContext, mapping: NewMappingVersion): Promise<MappingVersion> {
  const { object, basedOn } = mapping;
  const current = await takeTurn(context, object);
  if (current !== basedOn) {
    const newest = current === undefined ? 'none is there' : `version ${current} is the newest`;
    const drawnFrom = basedOn === undefined ? 'none' : `version ${basedOn}`;
    throw new LedgerBridgeError('LB613', {
      detail: `The mapping ${object} was drawn from ${drawnFrom}, and ${newest}.`
    });
  }
  return insert(context, mapping, 'publish-mapping');
}

async function rollBack(
  context: StoreContext,
  object: string,
  toVersion: number,
  publishedBy: string
): Promise<MappingVersion> {
  const basedOn = await takeTurn(context, object);
  const earlier = await find(context.database, object, toVersion);
  if (earlier === undefined) {
    throw new LedgerBridgeError('LB610', { detail: `The mapping ${object} has no version ${toVersion}.` });
  }
  const comment = `Rolled back to version ${toVersion}`;
  return insert(
    context,
    { object, content: earlier.content, publishedBy, comment, basedOn },
    'roll-back-mapping'
  );
}

/** Who publishes for an object does so alone until its transaction ends. Gives the version in force. */
async function takeTurn({ database, dialect }: StoreContext, object: string): Promise<number | undefined> {
  entryName(object, 'object of the mapping');
  await dialect.lockKeys(database, [{ lane: 'mapping-version', key: object }]);
  const row = await versionsOf(database, object).limit(1).executeTakeFirst();
  return row?.version;
}

async function insert(
  context: StoreContext,
  { object, content, publishedBy, comment, basedOn }: NewMappingVersion,
  action: string
): Promise<MappingVersion> {
  const version = (basedOn ?? 0) + 1;
  const row = await context.database
    .insertInto('mapping_version')
    .values({
      object,
      version,
      content_json: jsonText(content, 'mapping'),
      published_by: entryName(publishedBy, 'publisher'),
      published_at: context.dialect.now(),
      comment: freeText(comment),
      based_on: basedOn ?? null
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  await createAudit(context).record({
    operator: publishedBy,
    action,
    subject: `mapping ${object}`,
    detail: { version, comment }
  });
  return mappingOf(row);
}

async function find(database: Kysely<StoreDatabase>, object: string, version: number) {
  const row = await versionsOf(database, object).where('version', '=', version).executeTakeFirst();
  return row && mappingOf(row);
}

function versionsOf(database: Kysely<StoreDatabase>, object: string) {
  return database
    .selectFrom('mapping_version')
    .selectAll()
    .where('object', '=', object)
    .orderBy('version', 'desc');
}

function mappingOf(row: Selectable<MappingVersionTable>): MappingVersion {
  return {
    object: row.object,
    version: row.version,
    content: fromJsonText(row.content_json),
    publishedBy: row.published_by,
    publishedAt: isoOf(row.published_at),
    comment: row.comment,
    basedOn: row.based_on ?? undefined
  };
}
