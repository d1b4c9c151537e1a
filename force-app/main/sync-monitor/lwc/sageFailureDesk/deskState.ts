import type { Cause, DeadLetter, DeadLetterPage, FailureFilter, LaneCount } from 'c/failureModel';
import type { Problem } from 'c/reduceErrors';

/** How old failures are that the page shows. */
export type Age = 'any' | 'last-hour' | 'last-day' | 'older-day' | 'older-week';

/** What the reader looks for. */
export interface Wanted {
  readonly code: string | undefined;
  readonly lane: string | undefined;
  readonly text: string;
  readonly age: Age;
}

export const NOTHING_WANTED: Wanted = { code: undefined, lane: undefined, text: '', age: 'any' };

export interface DeskState {
  /** Undefined before the first answer. */
  readonly found: Found | undefined;
  readonly isAsking: boolean;
  readonly problem: Problem | undefined;
}

export interface Found {
  readonly items: readonly DeadLetter[];
  readonly causes: readonly Cause[];
  readonly counts: readonly LaneCount[];
  readonly nextCursor: string | undefined;
  readonly asOf: string;
}

export const INITIAL_STATE: DeskState = { found: undefined, isAsking: true, problem: undefined };

/** A page came: the first of a question replaces what was shown, a later one follows it. */
export function pageCame({ found }: DeskState, page: DeadLetterPage, isFirst: boolean): DeskState {
  const items = isFirst || found === undefined ? page.items : [...found.items, ...page.items];
  const { causes, counts, nextCursor, asOf } = page;
  return { found: { items, causes, counts, nextCursor, asOf }, isAsking: false, problem: undefined };
}

const HOUR_MS = 3_600_000;
const SPANS: Readonly<Record<Exclude<Age, 'any'>, readonly ['since' | 'until', number]>> = {
  'last-hour': ['since', HOUR_MS],
  'last-day': ['since', 24 * HOUR_MS],
  'older-day': ['until', 24 * HOUR_MS],
  'older-week': ['until', 7 * 24 * HOUR_MS]
};

/** What is asked of the service. `now` in milliseconds. */
export function filterOf({ code, lane, text, age }: Wanted, now: number): FailureFilter {
  const trimmed = text.trim();
  const asked = { code, lane, text: trimmed === '' ? undefined : trimmed };
  if (age === 'any') return asked;
  const [side, span] = SPANS[age];
  return { ...asked, [side]: new Date(now - span).toISOString() };
}

/** Whether anything narrows the list. */
export function isNarrowed({ code, lane, text, age }: Wanted): boolean {
  return code !== undefined || lane !== undefined || text.trim() !== '' || age !== 'any';
}

/** How many failures the question finds in all, shown or not. */
export function countFound({ causes }: Found, { code }: Wanted): number {
  const asked = code === undefined ? causes : causes.filter((cause) => cause.code === code);
  return asked.reduce((sum, { dead }) => sum + dead, 0);
}
