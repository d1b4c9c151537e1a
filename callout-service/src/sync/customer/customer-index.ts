import { formatCustomerKey, type CustomerKey } from '../../canonical/customer-key.ts';
import type { Customer } from '../../canonical/customer.ts';
import type { AddressSettings } from '../../rules/address/address-settings.ts';
import {
  customerMatchValues,
  type CompanyFacts,
  type CustomerMatchKey
} from '../../rules/customer-match/customer-match.ts';
import type { SageRecords } from '../../sage/port/sage-records.ts';
import type { Clock } from '../../telemetry/clock.ts';
import { factsOfCustomer } from './company-facts.ts';
import { MatchIndex } from './match-index.ts';

/** By what customers are looked for. */
export interface MatchSearch {
  /** Every key that the configuration names: what the index is made for. */
  readonly keys: readonly CustomerMatchKey[];
  readonly addresses: AddressSettings;
}

/** Finds customers of Sage by match key. */
export interface CustomerIndex {
  /**
   * Brings the index in step with Sage, so that what was in Sage when this was called is found, and gives a view to search.
   * @throws LedgerBridgeError LB3xx when Sage cannot be read; what was known before stays, and nothing half is kept.
   */
  open(search: MatchSearch): Promise<CustomerView>;
}

export interface CustomerView {
  /** Customers that match by this key, as Sage has them now. */
  matching(key: CustomerMatchKey, facts: CompanyFacts): Promise<readonly Customer[]>;
}

export interface CustomerIndexOptions {
  readonly records: Pick<SageRecords, 'customers'>;
  readonly clock: Clock;
  /** How far changes are looked for before the newest stamp that was seen: see `ChangeWindow`. */
  readonly overlapMinutes?: number;
}

interface Loaded {
  readonly shape: string;
  readonly index: MatchIndex;
  /** Newest stamp of Sage that was seen, UTC; never after the moment of the read. */
  readonly seenUntil: string;
}

const OVERLAP_MINUTES = 120;
const BEFORE_EVERYTHING = '1970-01-01T00:00:00.000Z';

/**
 * An index in memory: made by one scan of AR_Customer when it is first needed, and again when match keys or the business
 * country change; brought in step by changed records before each use. The window is counted from Sage's own stamps, not
 * from this machine's clock. Calls at the same moment share the work: one that comes while a read is under way waits for
 * the next one, which sees what was there when it came.
 */
export function createCustomerIndex(options: CustomerIndexOptions): CustomerIndex {
  let loaded: Loaded | undefined;
  let running: Promise<unknown> = Promise.resolve();
  const waiting = new Map<string, Promise<Loaded>>();

  async function inStep(search: MatchSearch, shape: string): Promise<Loaded> {
    const known = loaded?.shape === shape ? loaded : undefined;
    loaded = known === undefined ? await load(search, shape, options) : await refresh(known, search, options);
    return loaded;
  }

  function nextRead(search: MatchSearch): Promise<Loaded> {
    const shape = shapeOf(search);
    const next =
      waiting.get(shape) ??
      running.then(() => {
        waiting.delete(shape);
        return inStep(search, shape);
      });
    waiting.set(shape, next);
    running = next.catch(() => undefined);
    return next;
  }

  return {
    async open(search) {
      const { index } = await nextRead(search);
      return { matching: (key, facts) => matching(key, facts, { index, search, options }) };
    }
  };
}

/** What the index depends on. */
function shapeOf({ keys, addresses }: MatchSearch): string {
  const { businessCountry, sageCountryForm, sageCountryCodes } = addresses;
  return JSON.stringify([[...keys].sort(), businessCountry, sageCountryForm, sageCountryCodes]);
}

async function load(search: MatchSearch, shape: string, options: CustomerIndexOptions): Promise<Loaded> {
  const index = new MatchIndex();
  const now = options.clock().toISO();
  let newest = BEFORE_EVERYTHING;
  for await (const customers of options.records.customers.scan()) {
    for (const customer of customers) {
      index.put(formatCustomerKey(customer), valuesOf(customer, search));
      newest = laterOf(newest, newestStamp(customer));
    }
  }
  return { shape, index, seenUntil: earlierOf(newest, now) };
}

/** Changes are gathered before any is taken over, so that a read that fails leaves the index as it was. */
async function refresh(known: Loaded, search: MatchSearch, options: CustomerIndexOptions): Promise<Loaded> {
  const { overlapMinutes = OVERLAP_MINUTES, records, clock } = options;
  const now = clock().toISO();
  const changed: [string, readonly string[]][] = [];
  let newest = known.seenUntil;
  for await (const customers of records.customers.changedSince({ since: known.seenUntil, overlapMinutes })) {
    for (const customer of customers) {
      changed.push([formatCustomerKey(customer), valuesOf(customer, search)]);
      newest = laterOf(newest, newestStamp(customer));
    }
  }
  for (const [customerNo, values] of changed) known.index.put(customerNo, values);
  return { ...known, seenUntil: earlierOf(newest, now) };
}

/** A value of one key never meets that of another. */
function valuesOf(customer: Customer, { keys, addresses }: MatchSearch): readonly string[] {
  const facts = factsOfCustomer(customer, addresses);
  return keys.flatMap((key) => keyed(key, customerMatchValues(key, facts, addresses)));
}

function keyed(key: CustomerMatchKey, values: readonly string[]): readonly string[] {
  return values.map((value) => `${key}\n${value}`);
}

/** The index only says whom to look at: what Sage has now decides. */
async function matching(
  key: CustomerMatchKey,
  facts: CompanyFacts,
  parts: { readonly index: MatchIndex; readonly search: MatchSearch; readonly options: CustomerIndexOptions }
): Promise<readonly Customer[]> {
  const { addresses } = parts.search;
  const wanted = new Set(customerMatchValues(key, facts, addresses));
  const numbers = parts.index.find(keyed(key, [...wanted]));
  if (numbers.length === 0) return [];
  const customers = await parts.options.records.customers.byKeys(numbers.map(keyOf));
  return customers.filter((customer) =>
    customerMatchValues(key, factsOfCustomer(customer, addresses), addresses).some((value) =>
      wanted.has(value)
    )
  );
}

/** Of the form in which the index has it, whatever marks Sage let into the number. */
function keyOf(display: string): CustomerKey {
  return { arDivisionNo: display.slice(0, 2), customerNo: display.slice(3) };
}

function newestStamp({ createdAt, updatedAt }: Customer): string {
  return laterOf(createdAt ?? BEFORE_EVERYTHING, updatedAt ?? BEFORE_EVERYTHING);
}

function laterOf(one: string, other: string): string {
  return Date.parse(one) >= Date.parse(other) ? one : other;
}

function earlierOf(one: string, other: string): string {
  return Date.parse(one) <= Date.parse(other) ? one : other;
}
