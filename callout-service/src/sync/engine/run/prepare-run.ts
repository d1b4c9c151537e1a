import { LedgerBridgeError } from '../../../errors/ledger-bridge-error.ts';
import { mappingContentSchema } from '../../../mapping/mapping-content.ts';
import { missingInMapping } from '../../mappings/missing-in-mapping.ts';
import type { ObjectPair } from '../../pairs/object-pair.ts';
import type { PairName } from '../../pairs/pair-names.ts';
import type { PublishedMapping, SyncObjectSettings } from '../../settings/sync-object-settings.ts';
import type { SyncRunJob } from '../payloads.ts';
import { keepBudget } from './budget.ts';
import type { RunBook } from './run-book.ts';
import type { SyncRunParts } from './run-parts.ts';

/** What holds for a slice. */
export interface PreparedRun {
  readonly pair: ObjectPair;
  readonly settings: SyncObjectSettings;
  readonly mapping: PublishedMapping;
}

/**
 * Whether a run may go on, and with which mapping.
 * @throws LB788 not switched on, LB783 a field is not there any more, LB791 too few requests; LB751, LB3xx, LB70x.
 */
export async function prepareRun(
  parts: SyncRunParts,
  asked: SyncRunJob,
  book: RunBook
): Promise<PreparedRun> {
  const pair = parts.pairOf(asked.pair);
  const settings = await parts.source.find(asked.pair);
  if (settings?.active !== true) throw notOn(`${pair.label} are not switched on.`);
  const mapping = await mappingOf(parts, asked.pair, book.run?.mappingVersion);
  if (mapping.content.direction === 'to-sage') throw notOn(`${pair.label} go from Salesforce to Sage only.`);
  await pauseOnMissing(parts, pair, mapping);
  // Once a run is under way, its requests are counted as it goes on.
  const isNew = (book.run?.counts.read ?? 0) === 0;
  if (isNew && asked.mode !== 'changes') await keepBudget(parts, pair);
  return { pair, settings, mapping };
}

/** The version that the run began with, whatever was published since. */
async function mappingOf(
  { source, store }: SyncRunParts,
  pair: PairName,
  version: number | undefined
): Promise<PublishedMapping> {
  const current = await source.mapping(pair);
  if (version === undefined || version === current.version) return current;
  const own = await store.mappingVersions.find(pair, version);
  return own === undefined ? current : { version, content: mappingContentSchema.parse(own.content) };
}

async function pauseOnMissing(
  parts: SyncRunParts,
  pair: ObjectPair,
  { content, version }: PublishedMapping
): Promise<void> {
  const faults = await missingInMapping(parts, pair, content);
  const [first, ...others] = faults;
  if (first === undefined) return;
  const more = others.length === 0 ? '' : ` So do ${others.length} more of its fields.`;
  throw new LedgerBridgeError('LB783', {
    detail: `${pair.label} wait: field ${first.field} of mapping version ${version} does not fit. ${first.problem}${more}`,
    faults
  });
}

function notOn(detail: string): LedgerBridgeError {
  return new LedgerBridgeError('LB788', { detail });
}
