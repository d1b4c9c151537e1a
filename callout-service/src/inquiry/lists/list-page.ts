import { z } from 'zod';
import { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';
import { fitting } from '../fitting.ts';

/** Records of a page unless the request says otherwise, and at most; large records make pages smaller. */
export const DEFAULT_PAGE_SIZE = 50;
export const MAX_PAGE_SIZE = 200;

/** Which part of a list is asked for. */
export interface PageRequest {
  /** Records in one page. */
  readonly pageSize: number;
  /** From `nextCursor` of the page before. */
  readonly cursor?: string | undefined;
}

/** What every page of a list says beside its items. */
export const pageSchema = z.object({
  /** Records in the whole list. */
  count: z.int(),
  /** Gives the next page; absent on the last one. */
  nextCursor: z.string().optional()
});

export interface Page<T> extends z.infer<typeof pageSchema> {
  readonly items: readonly T[];
}

const cursorSchema = z.tuple([z.string(), z.string()]);

/** How a list is ordered. */
export interface ListOrder<T> {
  /** Keeps cursors of different lists apart: what is listed, and of whom. */
  readonly list: string;
  /** Must order the list by plain comparison of texts, and be unique. */
  readonly sortKey: (item: T) => string;
  readonly newestFirst: boolean;
}

/** The records of a page before they are described. */
export interface ChosenPage<T> {
  readonly list: string;
  readonly chosen: readonly T[];
  /** Sort keys of those that were chosen. */
  readonly keys: readonly string[];
  readonly count: number;
  /** Whether more follow. */
  readonly more: boolean;
}

/**
 * The records of `all` behind the cursor. Records that come or go between two pages are neither doubled nor do they let
 * others be skipped, since a page goes on behind a key and not at a place. Throws LB108 for a cursor of another list.
 */
export function choosePage<T>(all: readonly T[], order: ListOrder<T>, request: PageRequest): ChosenPage<T> {
  const { list, sortKey, newestFirst } = order;
  const after = request.cursor === undefined ? undefined : readCursor(list, request.cursor);
  const keyed = all.map((item) => ({ item, key: sortKey(item) }));
  keyed.sort((a, b) => (newestFirst ? compare(b.key, a.key) : compare(a.key, b.key)));
  const isBehind = (key: string) =>
    after === undefined || (newestFirst ? compare(key, after) < 0 : compare(key, after) > 0);
  const rest = keyed.filter(({ key }) => isBehind(key));
  const page = rest.slice(0, request.pageSize);
  return {
    list,
    chosen: page.map(({ item }) => item),
    keys: page.map(({ key }) => key),
    count: all.length,
    more: rest.length > page.length
  };
}

/**
 * The page that is answered: as many of the described records as fit into a text answer; the others come with
 * `nextCursor`. `described` holds one record for each that was chosen, in the same order.
 */
export function pageOf<T>(page: ChosenPage<unknown>, described: readonly T[]): Page<T> {
  const items = fitting(described);
  const last = page.keys[items.length - 1];
  const more = page.more || items.length < described.length;
  return {
    items,
    count: page.count,
    ...(more && last !== undefined && { nextCursor: writeCursor(page.list, last) })
  };
}

/** A sort key of several parts: a tab sorts before every character that a code of Sage holds. */
export function joinKey(...parts: readonly (string | null)[]): string {
  return parts.map((part) => part ?? '').join('\t');
}

function writeCursor(list: string, key: string): string {
  return Buffer.from(JSON.stringify([list, key])).toString('base64url');
}

function readCursor(list: string, cursor: string): string {
  const parsed = cursorSchema.safeParse(parseJson(Buffer.from(cursor, 'base64url').toString()));
  if (parsed.success && parsed.data[0] === list) return parsed.data[1];
  throw new LedgerBridgeError('LB108', { detail: 'The cursor of the request is not one of this list.' });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
