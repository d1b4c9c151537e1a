import { compareMappings, describeDifferences } from '../../mapping/compare/compare-mappings.ts';
import type { MappingContent } from '../../mapping/mapping-content.ts';
import { pairNames, type PairName } from '../pairs/pair-names.ts';
import { contentOfVersion } from './content-of-version.ts';
import { pairNamed, type MappingParts } from './mapping-parts.ts';
import type { MappingComparison, MappingList, MappingView } from './mapping-schemas.ts';
import { readDraft } from './read-draft.ts';

/** Makes the list of the mappings in force. */
export function createMappingList({
  source,
  store,
  pairOf,
  clock
}: Pick<MappingParts, 'source' | 'store' | 'pairOf' | 'clock'>): () => Promise<MappingList> {
  return async () => ({
    mappings: await Promise.all(
      pairNames.map(async (pair) => {
        const [{ version, content }, current] = await Promise.all([
          source.mapping(pair),
          store.mappingVersions.current(pair)
        ]);
        return {
          pair,
          label: pairOf(pair).label,
          version,
          publishedAt: current?.publishedAt ?? null,
          publishedBy: current?.publishedBy ?? null,
          fields: content.fields.length
        };
      })
    ),
    asOf: clock().toUTC().toISO()
  });
}

export interface MappingRequest {
  readonly pair: string;
  /** That in force where left out; 0 is the mapping that comes with the package. */
  readonly version?: number | undefined;
}

/** Makes the look at one version, which is its export too. Rejects with LB787. */
export function createMappingInquiry({
  source,
  store,
  clock
}: Pick<MappingParts, 'source' | 'store' | 'clock'>): (request: MappingRequest) => Promise<MappingView> {
  return async ({ pair: name, version: asked }) => {
    const pair = pairNamed(name);
    const inForce = await source.mapping(pair);
    const version = asked ?? inForce.version;
    const content = await contentOfVersion(store, pair, version);
    const versions = await store.mappingVersions.list(pair);
    return {
      pair,
      version,
      content: JSON.stringify(content, null, 2),
      versions: versions.map((each) => ({
        version: each.version,
        publishedAt: each.publishedAt,
        publishedBy: each.publishedBy,
        comment: each.comment,
        basedOn: each.basedOn ?? null,
        inForce: each.version === inForce.version
      })),
      asOf: clock().toUTC().toISO()
    };
  };
}

export interface ComparisonRequest {
  readonly pair: string;
  /** The version in force where left out. */
  readonly before?: number | undefined;
  /** What an admin has drawn where left out. */
  readonly after?: number | undefined;
}

/** Makes the comparison of two versions, or of a version with the draft. Rejects with LB787, LB785 for a draft that is none. */
export function createMappingComparison(
  parts: Pick<MappingParts, 'source' | 'store' | 'salesforce' | 'companyCode'>
): (request: ComparisonRequest) => Promise<MappingComparison> {
  return async ({ pair: name, before, after }) => {
    const pair = pairNamed(name);
    const from = before ?? (await parts.source.mapping(pair)).version;
    const content = await contentOfVersion(parts.store, pair, from);
    const differences = compareMappings(content, await wanted(parts, pair, after));
    return {
      pair,
      before: String(from),
      after: after === undefined ? 'draft' : String(after),
      sentences: [...describeDifferences(differences)],
      settings: [...differences.settings],
      added: [...differences.added],
      removed: [...differences.removed],
      changed: differences.changed.map(({ id, differences: each }) => ({ id, differences: [...each] }))
    };
  };
}

function wanted(
  parts: Pick<MappingParts, 'source' | 'store' | 'salesforce' | 'companyCode'>,
  pair: PairName,
  version: number | undefined
): Promise<MappingContent> {
  return version === undefined ? readDraft(parts, pair) : contentOfVersion(parts.store, pair, version);
}
