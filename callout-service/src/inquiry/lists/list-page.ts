import { z } from 'zod';
import { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';

/** Records of a page unless the request says otherwise, and at most: a text answer stays below 100,000 characters. */
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

/**
 * The page of `all` behind the cursor. `sortKey` must order the list by plain comparison of texts, and be unique, so that
 * records which come or go between two pages are neither doubled nor skipped. `list` keeps cursors of different lists
 * apart. Throws LB108 for a cursor that is not of this list.
 */
export function pageOf<T>(
  all: readonly T[],
  { list, sortKey, newestFirst }: { list: string; sortKey: (item: T) => string; newestFirst: boolean },
  request: PageRequest
): Page<T> {
  const after = request.cursor === undefined ? undefined : readCursor(list, request.cursor);
  const keyed = all.map((item) => ({ item, key: sortKey(item) }));
  keyed.sort((a, b) => (newestFirst ? compare(b.key, a.key) : compare(a.key, b.key)));
  const isBehind = (key: string) =>
    after === undefined || (newestFirst ? compare(key, after) < 0 : compare(key, after) > 0);
  const rest = keyed.filter(({ key }) => isBehind(key));
  const page = rest.slice(0, request.pageSize);
  const last = page.at(-1);
  return {
    items: page.map(({ item }) => item),
    count: all.length,
    ...(rest.length > page.length && last !== undefined && { nextCursor: writeCursor(list, last.key) })
  };
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
