import { describe, expect, it } from 'vitest';
import { companiesOf, readConnectionString } from './odbc-connection-string.ts';

describe('reading an ODBC connection string', () => {
  it('when a value stands in braces, then it may hold semicolons and its end is doubled', () => {
    expect(readConnectionString('DSN=X; user id = me ;PWD={p;a=b}}c};Company=ABC')).toEqual([
      { name: 'DSN', written: 'X', value: 'X' },
      { name: 'USERID', written: 'me', value: 'me' },
      { name: 'PWD', written: '{p;a=b}}c}', value: 'p;a=b}c' },
      { name: 'COMPANY', written: 'ABC', value: 'ABC' }
    ]);
  });

  it.each([
    ['DSN=X;UID=me|ABC;PWD=x;Company=XYZ', ['ABC', 'XYZ']],
    ['DSN=X;company = {ABC} ;UID=me', ['ABC']],
    ['DSN=X;UID=me|;PWD={;Company=XYZ};Company=', []]
  ])('when it is %s, then the companies are %j', (text, companies) => {
    expect(companiesOf(text)).toEqual(companies);
  });
});
