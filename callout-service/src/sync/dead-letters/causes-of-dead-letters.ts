import type { DeadCount } from '../../store/port/jobs.ts';
import { meaningOfCode } from '../failures/meaning-of-code.ts';
import type { DeadLetterPage } from './dead-letter-schemas.ts';

/** Puts the counts of one code together, with what the code means; the most frequent first. */
export function causesOf(counts: readonly DeadCount[]): DeadLetterPage['causes'] {
  const byCode = Map.groupBy(counts, ({ code }) => code);
  return [...byCode]
    .map(([code, each]) => causeOf(code, each))
    .toSorted((one, other) => other.dead - one.dead || ((one.code ?? '') < (other.code ?? '') ? -1 : 1));
}

function causeOf(code: string | undefined, counts: readonly DeadCount[]): DeadLetterPage['causes'][number] {
  const { title, cause, action } = meaningOfCode(code);
  const lanes = counts
    .map(({ lane, dead }) => ({ lane, dead }))
    .toSorted((one, other) => other.dead - one.dead || (one.lane < other.lane ? -1 : 1));
  return {
    code: code ?? null,
    title,
    cause,
    fix: action,
    dead: counts.reduce((sum, { dead }) => sum + dead, 0),
    oldestAt: counts.map(({ oldestAt }) => oldestAt).reduce((one, other) => (one < other ? one : other)),
    lanes
  };
}
