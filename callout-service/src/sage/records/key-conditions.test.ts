import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { conditionsBehind, conditionsOfKeys, type Conditions } from './key-conditions.ts';
import type { RawKey } from './raw-key.ts';

const COLUMNS = ['a', 'b', 'c'];
const segment = fc.constantFrom('', '01', '02', 'ABF');
const key = fc.tuple(segment, segment, segment);

function isMatch(row: RawKey, conditions: Conditions): boolean {
  return conditions.every((condition) => {
    const value = row[COLUMNS.indexOf(condition.column)] ?? '';
    if ('in' in condition) return condition.in.includes(value);
    return condition.op === '=' ? value === condition.value : value > condition.value;
  });
}

describe('statements by key', () => {
  it('for any keys, together they find these and no others, each once', () => {
    fc.assert(
      fc.property(fc.uniqueArray(key, { selector: String, minLength: 1 }), fc.array(key), (keys, others) => {
        const wheres = conditionsOfKeys(COLUMNS, keys);
        for (const row of [...keys, ...others]) {
          const hits = wheres.filter((where) => isMatch(row, where)).length;
          expect(hits).toBe(keys.some((wanted) => String(wanted) === String(row)) ? 1 : 0);
        }
      })
    );
  });

  it('when many customers of a division are wanted, then one statement lists 200 of them', () => {
    const keys = Array.from({ length: 450 }, (_, index) => ['01', `C${index}`]);
    expect(conditionsOfKeys(['ARDivisionNo', 'CustomerNo'], keys)).toHaveLength(3);
  });

  it('when invoices have the same sequence number, then the invoices are listed, not the sequence numbers', () => {
    const keys = Array.from({ length: 150 }, (_, index) => [`000${index}`, '000000']);
    expect(conditionsOfKeys(['InvoiceNo', 'HeaderSeqNo'], keys)).toHaveLength(1);
  });
});

describe('statements behind a key', () => {
  it('for any key and row, exactly one finds the row if it stands behind the key, else none', () => {
    fc.assert(
      fc.property(key, key, (after, row) => {
        const hits = conditionsBehind(COLUMNS, after).filter((where) => isMatch(row, where)).length;
        expect(hits).toBe(row.join('\0') > after.join('\0') ? 1 : 0);
      })
    );
  });

  it('for the beginning of a key, what begins so is passed over', () => {
    const found = conditionsBehind(COLUMNS, ['01']).some((where) => isMatch(['01', 'ABF', ''], where));
    expect(found).toBe(false);
  });
});
