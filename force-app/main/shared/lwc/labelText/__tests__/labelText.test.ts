import { countInWords, fillIn } from 'c/labelText';

describe('fillIn', () => {
  it('when the label has marks, then each is replaced by its value', () => {
    expect(fillIn('{1} of {0}, {1}', 'a', 'b')).toBe('b of a, b');
  });

  it('when a value looks like a mark or a pattern, then it is not read as one', () => {
    expect(fillIn('{0}!', '{0}$&')).toBe('{0}$&!');
  });

  it('when a value is missing, then the mark stays in sight', () => {
    expect(fillIn('{0} {1}', 'a')).toBe('a {1}');
  });
});

describe('countInWords', () => {
  const forms = { one: '{0} order', other: '{0} orders' };

  it('when it is one, then the singular is used', () => {
    expect(countInWords(1, forms, 'en-US')).toBe('1 order');
  });

  it('when it is another number, then the plural is used, in digits of the locale', () => {
    expect(countInWords(0, forms, 'en-US')).toBe('0 orders');
    expect(countInWords(12345, forms, 'de-DE')).toBe('12.345 orders');
  });
});
