import { scalarFields, withScalar } from '../scalarFields';

const content = { name: 'ABF', lines: [{ quantity: 2, item: '0066' }], urgent: false, by: null, none: {} };

describe('the form of a content', () => {
  it('when it has inner values, then each is a field with its path and kind', () => {
    expect(scalarFields(content).map(({ path, kind, text }) => `${path} ${kind} ${text}`)).toEqual([
      'name text ABF',
      'lines.0.quantity number 2',
      'lines.0.item text 0066',
      'urgent flag ',
      'by nothing '
    ]);
  });

  it('when a value is entered, then it keeps its kind and the others stay', () => {
    expect(withScalar(content, 'lines.0.quantity', '3')).toEqual({
      ...content,
      lines: [{ quantity: 3, item: '0066' }]
    });
    expect(withScalar(content, 'lines.0.item', '0077')).toMatchObject({ lines: [{ item: '0077' }] });
    expect(withScalar(content, 'lines.0.quantity', 'many')).toMatchObject({ lines: [{ quantity: 'many' }] });
    expect(withScalar(content, 'urgent', true)).toMatchObject({ urgent: true });
    expect(withScalar(content, 'by', '')).toMatchObject({ by: null });
    expect(withScalar(content, 'by', '005')).toMatchObject({ by: '005' });
    expect(withScalar(content, 'else.where', 'x')).toEqual(content);
  });
});
