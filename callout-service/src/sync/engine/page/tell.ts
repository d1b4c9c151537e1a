import type { NewChange } from '../../../store/port/changes.ts';
import type { StoreContent } from '../../../store/port/store.ts';
import { topics } from '../../lanes.ts';
import type { ObjectPair } from '../../pairs/object-pair.ts';
import type { RecordChange } from '../payloads.ts';

export interface Told {
  readonly key: string;
  readonly salesforceId: string | undefined;
  readonly change: 'created' | 'updated' | 'deleted';
  readonly values: RecordChange['values'];
}

/** Tells the feed and every subscriber of changed records, in the transaction that keeps what became of them. */
export async function tell(
  within: StoreContent,
  { name, entity }: Pick<ObjectPair, 'name' | 'entity'>,
  told: readonly Told[],
  at: string
): Promise<void> {
  if (told.length === 0) return;
  const changes: NewChange[] = told.map(({ key, change, values }) => ({
    entity,
    sageKey: key,
    change,
    at,
    values
  }));
  await within.changes.append(changes);
  if ((await within.publications.subscriptions(topics.recordChanged)).length === 0) return;
  for (const { key, salesforceId = null, change, values } of told) {
    const payload: RecordChange = { pair: name, entity, sageKey: key, salesforceId, change, at, values };
    await within.publications.publish({ topic: topics.recordChanged, key: `${name}:${key}`, payload });
  }
}
