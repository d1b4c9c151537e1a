import { describe, expect, it } from 'vitest';
import { TermsCodes } from './terms-codes.ts';

const net30 = [{ TermsCode: '01', TermsCodeDesc: 'Net 30 Days' }];
const failNever = (error: unknown) => expect.unreachable(String(error));

describe('the descriptions of terms codes', () => {
  it('when many accounts come before the table, then one reading serves all', async () => {
    let readings = 0;
    const gate = Promise.withResolvers<typeof net30>();
    const readTable = () => {
      readings += 1;
      return gate.promise;
    };
    const termsCodes = new TermsCodes(readTable, failNever);
    const descriptions = Array.from({ length: 20 }, () => {
      termsCodes.refresh();
      return termsCodes.description('01', 10_000);
    });
    gate.resolve(net30);
    expect(new Set(await Promise.all(descriptions))).toEqual(new Set(['Net 30 Days']));
    expect(readings).toBe(1);
  });

  it('when the table is never answered, then the code has to do after the patience is spent', async () => {
    const termsCodes = new TermsCodes(() => Promise.withResolvers<typeof net30>().promise, failNever);
    termsCodes.refresh();
    expect(await termsCodes.description('01', 5)).toBeNull();
  });
});
