import { describe, expect, it } from 'vitest';
import type { ErrorCode } from '../../errors/catalogue.ts';
import { retryAfterMs } from '../http/retry-after.ts';
import { recordFailure } from './record-failure.ts';
import { refusesSession, requestFailure } from './request-failure.ts';
import { refusalsSchema } from './refusals.ts';

const record = { object: 'Order', key: '801000000000001AAA', fields: { Site__c: 'x' } };

describe('what Salesforce refuses a record with', () => {
  it.each<[string, string, readonly string[], ErrorCode]>([
    ['UNABLE_TO_LOCK_ROW', 'unable to obtain exclusive access', [], 'LB707'],
    ['CANNOT_EXECUTE_FLOW_TRIGGER', 'it failed: UNABLE_TO_LOCK_ROW', [], 'LB707'],
    ['CANNOT_EXECUTE_FLOW_TRIGGER', 'it failed', [], 'LB705'],
    ['STORAGE_LIMIT_EXCEEDED', 'storage limit exceeded', [], 'LB713'],
    ['LIMIT_EXCEEDED', 'The hourly publishing limit was exceeded', [], 'LB704'],
    ['FIELD_CUSTOM_VALIDATION_EXCEPTION', 'Not there.', ['Site__c'], 'LB705'],
    ['ENTITY_IS_DELETED', 'entity is deleted', [], 'LB706'],
    ['INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id', [], 'LB706'],
    ['INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id', ['AccountId'], 'LB705'],
    ['DUPLICATES_DETECTED', 'Use one of these records?', [], 'LB708'],
    ['DUPLICATE_VALUE', 'duplicate value found', [], 'LB708'],
    ['INSUFFICIENT_ACCESS_OR_READONLY', 'insufficient access rights', [], 'LB710'],
    ['CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', 'entity type cannot be inserted: Product', [], 'LB710'],
    ['CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', 'Trigger: execution of BeforeInsert', [], 'LB705'],
    ['SOMETHING_NEW', 'unheard of', [], 'LB705']
  ])('when it is %s (%s %j), then it is %s', (code, words, fields, expected) => {
    const failure = recordFailure([{ code, words, fields }], record);
    expect(failure.code).toBe(expected);
    expect(failure.message).toContain(code);
    expect(failure.message).not.toContain(words);
    expect(failure.detail).toContain('Order 801000000000001AAA');
    expect(failure.faults[0]?.problem).toBe(words);
  });

  it('when several reasons are given and one is a lock, then it may be tried again', () => {
    const reasons = ['FIELD_INTEGRITY_EXCEPTION', 'UNABLE_TO_LOCK_ROW'];
    const refusals = reasons.map((code) => ({ code, words: '', fields: [] }));
    expect(recordFailure(refusals, record).code).toBe('LB707');
  });

  it('when what stands for a code is none, then it is not logged', () => {
    const refusals = refusalsSchema.parse([{ statusCode: 'Ms. Miller', message: null, fields: null }]);
    expect(recordFailure(refusals, record).message).not.toContain('Miller');
  });
});

describe('what Salesforce refuses a request with', () => {
  const answer = (status: number, text = '', headers = {}) => ({
    status,
    text,
    headers: new Headers(headers)
  });

  it.each<[number, string, ErrorCode, ErrorCode]>([
    [300, '["/services/data/v66.0/sobjects/Account/1"]', 'LB708', 'LB708'],
    [400, '[{"errorCode":"UNABLE_TO_LOCK_ROW","message":""}]', 'LB707', 'LB707'],
    [403, '[{"errorCode":"REQUEST_LIMIT_EXCEEDED","message":""}]', 'LB704', 'LB704'],
    [404, '[{"errorCode":"NOT_FOUND","message":""}]', 'LB710', 'LB710'],
    [429, '', 'LB704', 'LB704'],
    [500, '[{"errorCode":"UNABLE_TO_LOCK_ROW","message":""}]', 'LB707', 'LB709'],
    [504, '<html>', 'LB701', 'LB709'],
    [503, '<html>', 'LB701', 'LB701']
  ])(
    'when the answer is %d %s, then it is %s, and %s where it may not be repeated',
    (status, text, again, once) => {
      expect(requestFailure(answer(status, text), { repeatable: true }).code).toBe(again);
      expect(requestFailure(answer(status, text), { repeatable: false }).code).toBe(once);
    }
  );

  it.each([
    [401, '[{"errorCode":"INVALID_SESSION_ID"}]', true],
    [400, '<error><exceptionCode>InvalidSessionId</exceptionCode></error>', true],
    [400, '[{"errorCode":"MALFORMED_QUERY"}]', false],
    [403, '', false]
  ])('when the answer is %d %s, then whether the session ended is %s', (status, text, ended) => {
    expect(refusesSession(answer(status, text))).toBe(ended);
  });

  it.each([
    ['7', 7_000],
    ['Sun, 22 Nov 2026 15:00:30 GMT', 30_000],
    ['Sun, 22 Nov 2026 14:00:00 GMT', 0],
    ['999999999', 3_600_000],
    ['soon', undefined],
    ['', undefined]
  ])('when Retry-After is %j, then the wait is %j', (value, wait) => {
    const now = () => Date.parse('2026-11-22T15:00:00Z');
    expect(retryAfterMs(new Headers({ 'retry-after': value }), now)).toBe(wait);
  });
});
