import { JsonFault, readJsonObject } from 'c/jsonCheck';
import type { JsonReader } from 'c/jsonCheck';

const read = (members: object): JsonReader => readJsonObject(JSON.stringify(members));

describe('readJsonObject', () => {
  it.each(['', '{', 'null', '[]', '"text"', '5'])('when the text is %p, then it is refused', (text) => {
    expect(() => readJsonObject(text)).toThrow(JsonFault);
  });

  it('when a member is of the wrong kind, then the fault names the place and repeats no value', () => {
    expect(() =>
      read({ credit: { limit: 'secret' } })
        .object('credit')
        .money('limit')
    ).toThrow('answer.credit.limit: expected an amount with two decimals');
  });
});

describe('JsonReader', () => {
  it('when members are as agreed, then they are given', () => {
    const json = read({
      text: 'a',
      flag: false,
      count: 3,
      money: '1.00',
      day: '2026-02-28',
      moment: '2026-02-28T10:00:00.000Z',
      list: [{ n: 1 }]
    });
    expect(json.text('text')).toBe('a');
    expect(json.flag('flag')).toBe(false);
    expect(json.count('count')).toBe(3);
    expect(json.money('money')).toBe('1.00');
    expect(json.optionalDay('day')).toBe('2026-02-28');
    expect(json.moment('moment')).toBe('2026-02-28T10:00:00.000Z');
    expect(json.list('list', 1, (item) => item.count('n'))).toEqual([1]);
  });

  it('when optional members are absent or null, then they are undefined', () => {
    const json = read({ text: null, count: null, money: null, day: null, object: null });
    expect(json.optionalText('text')).toBeUndefined();
    expect(json.optionalCount('count')).toBeUndefined();
    expect(json.optionalMoney('money')).toBeUndefined();
    expect(json.optionalDay('day')).toBeUndefined();
    expect(json.optionalObject('object')).toBeUndefined();
    expect(json.optionalObject('absent')).toBeUndefined();
  });

  it.each([
    ['a text that is too long', (json: JsonReader) => json.text('long')],
    ['a number as text', (json: JsonReader) => json.text('count')],
    ['a text as flag', (json: JsonReader) => json.flag('text')],
    ['half a number as count', (json: JsonReader) => json.count('half')],
    ['a number as money', (json: JsonReader) => json.money('count')],
    ['a day that does not exist', (json: JsonReader) => json.optionalDay('noDay')],
    ['a moment as day', (json: JsonReader) => json.optionalDay('moment')],
    ['a moment with an offset', (json: JsonReader) => json.moment('offset')],
    ['a month that does not exist', (json: JsonReader) => json.moment('noMoment')],
    ['a word outside the list', (json: JsonReader) => json.oneOf('text', ['b', 'c'])],
    ['a text that does not match', (json: JsonReader) => json.matching('text', /^b$/, 'b')],
    ['a list as object', (json: JsonReader) => json.object('list')],
    ['an object as list', (json: JsonReader) => json.list('object', 5, (item) => item)],
    ['a list that is too long', (json: JsonReader) => json.list('list', 1, (item) => item)],
    ['a name of the prototype', (json: JsonReader) => json.text('toString')]
  ])('when it is %s, then it is refused', (_what, readMember) => {
    const json = read({
      text: 'a',
      long: 'x'.repeat(2001),
      count: 3,
      half: 0.5,
      noDay: '2026-02-30',
      moment: '2026-02-28T10:00:00Z',
      offset: '2026-02-28T10:00:00+01:00',
      noMoment: '2026-13-01T10:00:00Z',
      object: {},
      list: [{}, {}]
    });
    expect(() => readMember(json)).toThrow(JsonFault);
  });
});
