import { describe, expect, it } from 'vitest';
import { salesforceId } from './salesforce-id.ts';

describe('the id of a record in Salesforce', () => {
  it.each([
    // Object Reference and Salesforce Help show these pairs.
    ['001A0000006Vm9r', '001A0000006Vm9rIAC'],
    ['00Q300000001dGZ', '00Q300000001dGZEAY']
  ])('when %s has 15 characters, then it becomes %s', (short, long) => {
    expect(salesforceId(short)).toBe(long);
    expect(salesforceId(` ${long} `)).toBe(long);
  });

  it.each(['', '001A0000006Vm9', '001A0000006Vm9r-', '001A0000006Vm9rIAD', "001A0000006Vm9'--"])(
    'when it is %j, then it is no id',
    (text) => {
      expect(salesforceId(text)).toBeUndefined();
    }
  );
});
