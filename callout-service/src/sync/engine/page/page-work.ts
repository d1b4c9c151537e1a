import type { MappingContent } from '../../../mapping/mapping-content.ts';
import type { ObjectPair } from '../../pairs/object-pair.ts';
import type { PublishedMapping, SyncObjectSettings } from '../../settings/sync-object-settings.ts';
import type { ChangedPage, RunMode } from '../detection.ts';
import type { EngineParts } from '../record/engine-parts.ts';

export type PageParts = EngineParts;

/** One page of records of Sage, and everything by which it is brought in step. */
export interface PageWork {
  readonly pair: ObjectPair;
  /** One version for the whole run. */
  readonly mapping: PublishedMapping;
  /** Mapping of a document's lines; the packaged one where left out. */
  readonly lineMapping?: MappingContent;
  readonly settings: Pick<SyncObjectSettings, 'whenVanished'>;
  readonly page: Pick<ChangedPage<unknown>, 'records' | 'vanished'>;
  /** Id in the store's sync runs. */
  readonly runId: number;
  /** `changes` where left out. A full run looks at Salesforce too, and mends there what others changed or deleted. */
  readonly mode?: RunMode;
  readonly signal: AbortSignal;
}
