import type { UiRecord } from './ui-record.ts';

/** Some of many, and where the pages before and after begin; null where there is none. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly current: number;
  readonly next: number | null;
  readonly previous: number | null;
  readonly size: number;
}

/** The page that begins after `from` items. */
export function pageFrom<T>(all: readonly T[], from: number, size: number): Page<T> {
  return {
    items: all.slice(from, from + size),
    current: from,
    next: from + size < all.length ? from + size : null,
    previous: from > 0 ? Math.max(from - size, 0) : null,
    size
  };
}

/** The page of that number, which counts from `first`. */
export function numberedPage<T>(all: readonly T[], number: number, size: number, first: 0 | 1): Page<T> {
  const from = (number - first) * size;
  return {
    items: all.slice(from, from + size),
    current: number,
    next: from + size < all.length ? number + 1 : null,
    previous: number > first ? number - 1 : null,
    size
  };
}

/** A page of records (User Interface API Developer Guide, "Record Collection"); `urlOf` gives a page's address. */
export function recordCollection(page: Page<UiRecord>, urlOf: (token: number) => string) {
  return { ...pageLinks(page, urlOf), count: page.items.length, records: page.items };
}

/** Tokens and addresses of a page and its neighbours. */
export function pageLinks({ current, next, previous }: Page<unknown>, urlOf: (token: number) => string) {
  return {
    currentPageToken: String(current),
    currentPageUrl: urlOf(current),
    nextPageToken: next === null ? null : String(next),
    nextPageUrl: next === null ? null : urlOf(next),
    previousPageToken: previous === null ? null : String(previous),
    previousPageUrl: previous === null ? null : urlOf(previous)
  };
}
