import { describe, expect, it } from 'vitest';
import type { MappingVersion } from '../../store/port/mapping-versions.ts';
import { versionsInForce } from './history-entries.ts';
import { historyPage, readCursor } from './history-page.ts';
import type { HistoryEntry } from './record-schemas.ts';

const moment = (minute: number) => new Date(Date.UTC(2026, 10, 22, 10, minute)).toISOString();
const change = (changeId: number, minute: number): HistoryEntry => ({
  kind: 'change',
  at: moment(minute),
  changeId,
  change: 'updated',
  mappingVersion: null,
  values: null
});
const job = (jobId: number, minute: number): HistoryEntry => ({
  kind: 'job',
  at: moment(minute),
  jobId,
  lane: 'record-in-step',
  state: 'done',
  finishedAt: null,
  code: null,
  title: null,
  attempts: 1,
  replays: 0,
  skipReason: null,
  mappingVersion: null,
  payload: null,
  errors: [],
  acts: []
});
const named = (entry: HistoryEntry) =>
  entry.kind === 'job' ? `job ${entry.jobId}` : `change ${entry.changeId}`;

describe('the pages of a history', () => {
  it('when both lists are read page by page, then each entry comes once, the latest first', () => {
    const jobs = [job(9, 9), job(7, 5), job(2, 1)];
    const changes = [change(8, 8), change(6, 6), change(3, 2)];
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const place = readCursor(cursor);
      const page = historyPage(
        jobs.filter((each) => each.kind === 'job' && each.jobId < (place.job ?? Infinity)),
        changes.filter((each) => each.kind === 'change' && each.changeId < (place.change ?? Infinity)),
        { place, limit: 2 }
      );
      expect(page.entries.length).toBeLessThanOrEqual(2);
      seen.push(...page.entries.map(named));
      cursor = page.nextCursor;
    } while (cursor !== undefined);
    expect(seen).toEqual(['job 9', 'change 8', 'change 6', 'job 7', 'change 3', 'job 2']);
  });

  it.each(['abc', Buffer.from('history x y').toString('base64url')])(
    'when the cursor is %s, then LB108',
    (cursor) => {
      expect(() => readCursor(cursor)).toThrow(expect.objectContaining({ code: 'LB108' }));
    }
  );
});

describe('the version of a mapping at a moment', () => {
  it('when versions were published one after the other, then that in force counts, 0 before the first', () => {
    const version = (number: number, minute: number): MappingVersion => ({
      object: 'Account-customer',
      content: {},
      publishedBy: 'Dana',
      comment: '',
      basedOn: undefined,
      version: number,
      publishedAt: moment(minute)
    });
    const versionAt = versionsInForce([version(1, 10), version(2, 20)]);
    expect([5, 10, 15, 25].map((minute) => versionAt(moment(minute)))).toEqual([0, 1, 1, 2]);
  });
});
