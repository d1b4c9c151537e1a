import { LedgerBridgeError } from '../../../errors/ledger-bridge-error.ts';
import type { Store } from '../../../store/port/store.ts';
import type { Clock } from '../../../telemetry/clock.ts';
import type { PairReads } from '../../pairs/object-pair.ts';
import type { PairAtWork } from './pair-at-work.ts';
import type { SalesforceSide } from './read-both.ts';

/** Finds the record of Sage that a record of Salesforce is, by the match keys. */
export interface SageMatcher {
  /**
   * Key of the only record that fits; undefined for none. Records that are linked with another one do not count.
   * @throws LedgerBridgeError LB782 when several fit.
   */
  find(at: PairAtWork, reads: PairReads<unknown>, salesforce: SalesforceSide): Promise<string | undefined>;
}

/** Keys in Sage by match key and text. */
type Index = ReadonlyMap<string, readonly string[]>;

/** So long an index is taken as it is: many new records of Salesforce share one look at all of Sage's. */
const FRESH_MS = 60_000;

/** Makes an index of the match keys of all records of a pair when it is needed, and keeps it for a minute. */
export function createSageMatcher(parts: {
  readonly store: Pick<Store, 'links'>;
  readonly clock: Clock;
}): SageMatcher {
  const known = new Map<string, { readonly at: number; readonly index: Promise<Index> }>();
  const indexOf = (at: PairAtWork, reads: PairReads<unknown>): Promise<Index> => {
    const name = `${at.pair.name} ${at.mapping.digest}`;
    const now = parts.clock().toMillis();
    const kept = known.get(name);
    if (kept !== undefined && now - kept.at < FRESH_MS) return kept.index;
    const index = readIndex(at, reads);
    known.set(name, { at: now, index });
    index.catch(() => known.delete(name));
    return index;
  };
  return {
    async find(at, reads, salesforce) {
      const texts = at.mapping.matchValues('salesforce', salesforce.values);
      if (texts.every((text) => text === null)) return undefined;
      const index = await indexOf(at, reads);
      for (const [place, text] of texts.entries()) {
        const keys = text === null ? [] : (index.get(`${place} ${text}`) ?? []);
        const free = await freeOnes(parts.store, at, keys);
        if (free.length > 1) throw severalFit(at, salesforce, free);
        if (free[0] !== undefined) return free[0];
      }
      return undefined;
    }
  };
}

async function readIndex({ pair, mapping }: PairAtWork, reads: PairReads<unknown>): Promise<Index> {
  const index = new Map<string, string[]>();
  for await (const page of reads.scan())
    for (const record of page) {
      const values = pair.description.valuesOf(record);
      if (!mapping.takesSage(values)) continue;
      for (const [place, text] of mapping.matchValues('sage', values).entries())
        if (text !== null) add(index, `${place} ${text}`, pair.description.keyOf(record));
    }
  return index;
}

async function freeOnes(
  { links }: Pick<Store, 'links'>,
  { pair }: PairAtWork,
  keys: readonly string[]
): Promise<readonly string[]> {
  if (keys.length === 0) return [];
  const linked = new Set((await links.bySageKeys(pair.entity, keys)).map(({ sageKey }) => sageKey));
  return keys.filter((key) => !linked.has(key));
}

function severalFit(
  { pair, fields }: PairAtWork,
  { id }: SalesforceSide,
  keys: readonly string[]
): LedgerBridgeError {
  return new LedgerBridgeError('LB782', {
    detail: `By the match keys ${keys.length} records of Sage fit the ${fields.object}.`,
    subject: `${fields.object} ${id}`,
    faults: [
      {
        code: 'LB782',
        field: pair.keyField,
        value: '',
        problem: `It may be ${keys.join(', ')}.`,
        fix: `Enter the key of the one that is meant in ${pair.keyField}, then replay.`
      }
    ]
  });
}

function add(index: Map<string, string[]>, name: string, key: string): void {
  const keys = index.get(name);
  if (keys === undefined) index.set(name, [key]);
  else keys.push(key);
}
