import type { Gate } from '../../../jobs/gate.ts';
import type { Sage } from '../../../sage/port/sage.ts';
import type { ObjectPair } from '../../pairs/object-pair.ts';
import type { PairName } from '../../pairs/pair-names.ts';
import type { SyncObjectsSource } from '../../settings/sync-object-settings.ts';
import type { EngineParts } from './engine-parts.ts';

/** What a job of one record needs. */
export interface RecordParts extends EngineParts {
  readonly pairs: (name: PairName) => ObjectPair;
  readonly settings: Pick<SyncObjectsSource, 'find' | 'mapping'>;
  readonly sage: Pick<Sage, 'records' | 'writer'>;
  /** Of both sides. */
  readonly gate?: Gate;
}
