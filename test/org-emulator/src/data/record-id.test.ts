import { describe, expect, it } from 'vitest';
import { isRecordId, makeRecordId, toLongId } from './record-id.ts';

describe('record ids', () => {
  it.each([
    ['001000000000001', '001000000000001AAA'],
    ['00D000000000062', '00D000000000062EAA'],
    ['001D000000IRFma', '001D000000IRFmaIAH']
  ])('when %s is made long, then it is %s', (short, long) => {
    expect(toLongId(short)).toBe(long);
    expect(toLongId(long)).toBe(long);
  });

  it('when ids are made, then they begin with the key prefix, have 18 characters and differ', () => {
    const ids = Array.from({ length: 5000 }, (_none, index) => makeRecordId('001', index));
    expect(new Set(ids).size).toBe(5000);
    expect(ids.every((id) => id.startsWith('001') && id.length === 18 && isRecordId(id))).toBe(true);
  });
});
