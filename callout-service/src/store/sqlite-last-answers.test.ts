import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DateTime } from 'luxon';
import { afterEach, describe, expect, it } from 'vitest';
import { createLogger } from '../telemetry/logger.ts';
import type { StoredAnswer } from './port/last-answers.ts';
import { SqliteLastAnswers, type SqliteLastAnswersOptions } from './sqlite-last-answers.ts';

const opened: SqliteLastAnswers[] = [];
const directories: string[] = [];
const log: string[] = [];

afterEach(() => {
  for (const answers of opened.splice(0)) answers.close();
  for (const directory of directories.splice(0)) rmSync(directory, { recursive: true });
  log.length = 0;
});

function open(directory: string, options: Partial<SqliteLastAnswersOptions> = {}): SqliteLastAnswers {
  const answers = new SqliteLastAnswers({
    directory,
    companyCode: 'ABC',
    maxRows: 100,
    maxAgeHours: 24,
    clock: () => DateTime.utc(2026, 11, 22, 12) as DateTime<true>,
    logger: createLogger({
      level: 'warn',
      secrets: [],
      destination: { write: (line) => void log.push(line) }
    }),
    ...options
  });
  opened.push(answers);
  return answers;
}

function freshDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'ledger-bridge-answers-'));
  directories.push(directory);
  return join(directory, 'store');
}

function answerOf(key: string, hour = 12): StoredAnswer {
  const asOf = `2026-11-22T${String(hour).padStart(2, '0')}:00:00.000Z`;
  return { operation: 'customerSummary', key, asOf, answer: { key, hour } };
}

describe('last good answers', () => {
  it('when one is remembered, then it is found at once', () => {
    const answers = open(freshDirectory());
    answers.remember(answerOf('01-ABF'));
    expect(answers.find('customerSummary', '01-ABF')).toEqual(answerOf('01-ABF'));
    expect(answers.find('other', '01-ABF')).toBeUndefined();
  });

  it('when the service stops and starts again, then they are still there', () => {
    const directory = freshDirectory();
    const before = open(directory);
    for (const key of ['01-ABF', '01-000123']) before.remember(answerOf(key));
    before.close();
    const after = open(directory);
    expect(after.count()).toBe(2);
    expect(after.find('customerSummary', '01-000123')).toEqual(answerOf('01-000123'));
  });

  it('when a little time has passed, then they are on the disk without anybody stopping', async () => {
    const directory = freshDirectory();
    open(directory, { writeEveryMs: 1 }).remember(answerOf('01-ABF'));
    await expect.poll(() => open(directory).find('customerSummary', '01-ABF')).toEqual(answerOf('01-ABF'));
  });

  it('when far more wait than one write takes, then all of them reach the disk, without anybody stopping', async () => {
    const directory = freshDirectory();
    const answers = open(directory, { writeEveryMs: 1 });
    for (let customer = 100; customer < 190; customer += 1) answers.remember(answerOf(`01-${customer}`));
    await expect.poll(() => open(directory).count()).toBe(90);
    expect(answers.count()).toBe(90);
  });

  it('when an older answer comes late, then the newer one stays', () => {
    const directory = freshDirectory();
    const answers = open(directory);
    answers.remember(answerOf('01-ABF', 11));
    answers.remember(answerOf('01-ABF', 10));
    expect(answers.find('customerSummary', '01-ABF')?.answer).toEqual({ key: '01-ABF', hour: 11 });
    answers.close();
    const later = open(directory);
    later.remember(answerOf('01-ABF', 10));
    later.close();
    expect(open(directory).find('customerSummary', '01-ABF')?.answer).toEqual({ key: '01-ABF', hour: 11 });
  });

  it('when one is forgotten, then it is gone for good', () => {
    const directory = freshDirectory();
    const answers = open(directory);
    answers.remember(answerOf('01-ABF'));
    answers.forget('customerSummary', '01-ABF');
    expect(answers.find('customerSummary', '01-ABF')).toBeUndefined();
    answers.close();
    expect(open(directory).count()).toBe(0);
  });

  it('when one is too old, then it is neither shown nor kept', () => {
    const directory = freshDirectory();
    const before = open(directory);
    before.remember(answerOf('01-ABF'));
    before.close();
    const twoDaysOn = open(directory, { clock: () => DateTime.utc(2026, 11, 24, 13) as DateTime<true> });
    expect(twoDaysOn.find('customerSummary', '01-ABF')).toBeUndefined();
    twoDaysOn.close();
    expect(open(directory).count()).toBe(0);
  });

  it('when there are more than may be kept, then the oldest go', () => {
    const directory = freshDirectory();
    const answers = open(directory, { maxRows: 2 });
    for (const hour of [11, 9, 10]) answers.remember(answerOf(`01-${hour}`, hour));
    answers.close();
    const after = open(directory);
    expect(after.count()).toBe(2);
    expect(after.find('customerSummary', '01-9')).toBeUndefined();
  });

  it('when the company changes, then no answer of the other one is shown', () => {
    const directory = freshDirectory();
    const abc = open(directory);
    abc.remember(answerOf('01-ABF'));
    abc.close();
    expect(open(directory, { companyCode: 'XYZ' }).find('customerSummary', '01-ABF')).toBeUndefined();
  });

  it('when the file is made, then only the service may read it', () => {
    const directory = freshDirectory();
    open(directory).remember(answerOf('01-ABF'));
    expect(statSync(directory).mode & 0o777).toBe(0o700);
    for (const file of readdirSync(directory)) {
      expect(statSync(join(directory, file)).mode & 0o777).toBe(0o600);
    }
  });

  it.each([
    ['is no database', () => Buffer.from('this is not a database at all, not even nearly'.repeat(40))],
    [
      'has a damaged page',
      (file: string) => {
        const content = readFileSync(file);
        content.fill(0x5a, 4096 + 10);
        return content;
      }
    ]
  ])('when the file %s, then it is set aside with a warning and a new one begun', (_what, damage) => {
    const directory = freshDirectory();
    const file = join(directory, 'last-answers-ABC.sqlite');
    const before = open(directory);
    for (let number = 0; number < 100; number += 1) before.remember(answerOf(`01-${number}`));
    before.close();
    writeFileSync(file, damage(file));
    const after = open(directory);
    expect(after.count()).toBe(0);
    expect(after.state()).toMatchObject({ durable: true, writable: true });
    expect(readdirSync(directory).some((name) => name.includes('.damaged-'))).toBe(true);
    expect(log.join()).toContain('is set aside');
    after.remember(answerOf('01-ABF'));
    after.close();
    expect(open(directory).count()).toBe(1);
  });

  it('when nothing can be written, then they are kept in memory with a warning, and the start is not stopped', () => {
    const inTheWay = join(freshDirectory(), '..', 'a-file');
    writeFileSync(inTheWay, '');
    const answers = open(join(inTheWay, 'store'));
    answers.remember(answerOf('01-ABF'));
    expect(answers.find('customerSummary', '01-ABF')).toEqual(answerOf('01-ABF'));
    expect(answers.state()).toMatchObject({ durable: false });
    expect(log.join()).toContain('kept in memory only');
  });

  it('when the directory exists already, then it is used', () => {
    const directory = freshDirectory();
    mkdirSync(directory);
    open(directory).remember(answerOf('01-ABF'));
    expect(readdirSync(directory)).toContain('last-answers-ABC.sqlite');
  });
});
