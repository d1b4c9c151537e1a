import { isDeepStrictEqual } from 'node:util';
import { checkMapping } from '../../mapping/check/check-mapping.ts';
import type { MappingContent } from '../../mapping/mapping-content.ts';
import type { StoreContent } from '../../store/port/store.ts';
import type { MappingVersion } from '../../store/port/mapping-versions.ts';
import { lanes } from '../lanes.ts';
import type { PairName } from '../pairs/pair-names.ts';
import { contentOfJson } from './content-of-json.ts';
import { contentOfVersion } from './content-of-version.ts';
import { mappingsWithSchemas } from './live-schemas.ts';
import { pairNamed, type MappingParts } from './mapping-parts.ts';
import type { PublishedMappingAnswer } from './mapping-schemas.ts';
import { notPublishable, readDraft } from './read-draft.ts';
import { showVersion } from './show-version.ts';

export interface PublishRequest {
  readonly pair: string;
  readonly comment: string;
  /** The mapping as JSON text, for an import; what an admin has drawn where left out. */
  readonly content?: string | undefined;
}

/** Makes what publishes mappings. Rejects with LB785 and every fault, LB787, LB613 when somebody else was faster. */
export function createMappingPublication(
  parts: MappingParts
): (request: PublishRequest, operator: string) => Promise<PublishedMappingAnswer> {
  return async ({ pair: name, comment, content: json }, operator) => {
    const pair = pairNamed(name);
    const content = json === undefined ? await readDraft(parts, pair) : contentOfJson(pair, json);
    await refuseUnfit(parts, pair, content);
    const inForce = await parts.store.mappingVersions.current(pair);
    if (inForce !== undefined && isDeepStrictEqual(inForce.content, content)) {
      const { version, publishedAt } = inForce;
      return { pair, version, publishedAt, changed: false };
    }
    const basedOn = inForce?.version;
    const published = await parts.store.transaction(async (within) => {
      const made = await within.mappingVersions.publish({
        ...{ object: pair, content, publishedBy: operator, comment, basedOn }
      });
      await keepAct(within, made, 'publish-mapping', operator);
      return made;
    });
    return tell(parts, pair, published);
  };
}

export interface RollBackRequest {
  readonly pair: string;
  readonly toVersion: number;
}

/** Makes what publishes an earlier version again. Rejects with LB787, LB785 when it does not fit any more. */
export function createMappingRollBack(
  parts: MappingParts
): (request: RollBackRequest, operator: string) => Promise<PublishedMappingAnswer> {
  return async ({ pair: name, toVersion }, operator) => {
    const pair = pairNamed(name);
    const content = await contentOfVersion(parts.store, pair, toVersion);
    await refuseUnfit(parts, pair, content);
    const basedOn = (await parts.store.mappingVersions.current(pair))?.version;
    const published = await parts.store.transaction(async ({ mappingVersions, ...within }) => {
      const comment = 'As it comes with the package.';
      const made =
        toVersion === 0
          ? await mappingVersions.publish({ object: pair, content, publishedBy: operator, comment, basedOn })
          : await mappingVersions.rollBack(pair, toVersion, operator);
      await keepAct(within, made, 'roll-back-mapping', operator);
      return made;
    });
    return tell(parts, pair, published);
  };
}

/** Who did it, and a run of everything with the new mapping: in one transaction with the version. */
async function keepAct(
  { audit, jobs }: Pick<StoreContent, 'audit' | 'jobs'>,
  { object, version, comment, basedOn }: MappingVersion,
  action: string,
  operator: string
): Promise<void> {
  await audit.record({
    operator,
    action,
    subject: `mapping ${object}`,
    detail: { version, comment, basedOn }
  });
  await jobs.enqueue({
    lane: lanes.syncRun,
    key: object,
    payload: { pair: object, mode: 'full', trigger: 'mapping', requestedBy: operator },
    idempotencyKey: `mapping:${object}:${version}`
  });
}

async function tell(
  parts: MappingParts,
  pair: PairName,
  published: MappingVersion
): Promise<PublishedMappingAnswer> {
  const { version, publishedAt } = published;
  parts.logger.info({ pair, version }, 'a mapping was published');
  await showVersion(parts, pair, published);
  return { pair, version, publishedAt, changed: true };
}

/** @throws LB785 with everything that does not fit to what both systems have at this moment. */
async function refuseUnfit(parts: MappingParts, pair: PairName, content: MappingContent): Promise<void> {
  parts.salesforce.schema.refresh();
  const [own] = await mappingsWithSchemas(parts, parts.pairOf(pair), content);
  const faults = own === undefined ? [] : checkMapping(own.content, own.schemas);
  if (faults.length > 0) throw notPublishable(pair, faults);
}
