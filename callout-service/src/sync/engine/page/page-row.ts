import type { FieldValues } from '../../../mapping/field-value.ts';
import type { StoreContent } from '../../../store/port/store.ts';
import type { StoredLink } from '../../../store/port/links.ts';
import { engineAgreed, type EngineAgreed } from '../record/link-agreed.ts';
import type { PairAtWork } from '../record/pair-at-work.ts';
import { step, type Step } from './settled.ts';

/** A record of Sage on its way through a page. */
export interface PageRow {
  readonly key: string;
  readonly record: unknown;
  /** Canonical values. */
  readonly values: FieldValues;
  readonly link: StoredLink | undefined;
  /** The engine's part of what the link keeps. */
  readonly agreed: EngineAgreed;
}

/** Those that the filter lets pass, with their links. A record that comes twice counts as it came last. */
export async function rowsOf(
  { pair, mapping }: PairAtWork,
  records: readonly unknown[],
  links: ReadonlyMap<string, StoredLink>
): Promise<Step<PageRow>> {
  const byKey = new Map(records.map((record) => [pair.description.keyOf(record), record]));
  return step([...byKey], ([key, record]) => {
    const values = pair.description.valuesOf(record);
    if (!mapping.takesSage(values)) return { settled: { key, outcome: 'skipped' } };
    const link = links.get(key);
    return { on: { key, record, values, link, agreed: engineAgreed(link?.agreed) } };
  });
}

/** Links by key in Sage. */
export async function linksOf(
  links: StoreContent['links'],
  entity: string,
  keys: readonly string[]
): Promise<ReadonlyMap<string, StoredLink>> {
  if (keys.length === 0) return new Map();
  const found = await links.bySageKeys(entity, keys);
  return new Map(found.map((link) => [link.sageKey, link]));
}
