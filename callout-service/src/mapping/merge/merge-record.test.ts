import { describe, expect, it } from 'vitest';
import type { FieldMap } from '../mapping-content.ts';
import { describeDecision } from './describe-decision.ts';
import { mergeRecord } from './merge-record.ts';
import type { Agreed, MergeInput } from './merge.ts';
import { contentOf, contextOf, fieldMap } from './test-support/mappings.ts';

const NEVER = { sage: null, salesforce: null };
const name = fieldMap({ id: 'name', sage: ['customerName'], salesforce: ['Name'] });
const agreedOn = (text: string): Agreed => ({ name: { sage: [text], salesforce: [text] } });

function merge(
  map: FieldMap | FieldMap[],
  input: Partial<MergeInput>,
  facts: Parameters<typeof contextOf>[0] = {}
) {
  const full: MergeInput = {
    sage: undefined,
    salesforce: undefined,
    agreed: undefined,
    changedAt: NEVER,
    ...input
  };
  return mergeRecord(contentOf([map].flat()), full, contextOf(facts));
}

function mergeNames(
  sage: string | null,
  salesforce: string | null,
  rest: Partial<MergeInput> & { map?: Partial<FieldMap> } = {}
) {
  const { map, ...input } = rest;
  return merge(
    { ...name, ...map },
    { sage: { customerName: sage }, salesforce: { Name: salesforce }, ...input }
  );
}

describe('mergeRecord', () => {
  it('when one side alone changed, then its value goes to the other one', () => {
    expect(mergeNames('New', 'Old', { agreed: agreedOn('Old') })).toMatchObject({
      toSalesforce: { Name: 'New' },
      toSage: {},
      agreed: agreedOn('New')
    });
    expect(mergeNames('Old', 'New', { agreed: agreedOn('Old') })).toMatchObject({
      toSalesforce: {},
      toSage: { customerName: 'New' },
      agreed: agreedOn('New')
    });
  });

  it('when both changed to the same, then they agree on it and nothing is written', () => {
    const result = mergeNames('New', 'New', { agreed: agreedOn('Old'), map: { conflict: 'ask' } });
    expect(result).toMatchObject({ toSalesforce: {}, toSage: {}, agreed: agreedOn('New') });
  });

  it.each([
    ['sage-wins', 'A'],
    ['salesforce-wins', 'B']
  ] as const)('when both changed differently and the rule is %s, then both get %s', (conflict, text) => {
    const result = mergeNames('A', 'B', { agreed: agreedOn('Old'), map: { conflict } });
    expect(result.agreed).toEqual(agreedOn(text));
    expect(result.decisions[0]?.by).toBe(conflict);
  });

  it.each([
    ['2026-01-02T00:00:00Z', '2026-01-01T00:00:00Z', 'A'],
    ['2026-01-01T00:00:00Z', '2026-01-02T00:00:00.000+0000', 'B'],
    ['2026-01-01T01:00:00+01:00', '2026-01-01T00:00:00Z', 'A'],
    [null, '2026-01-01T00:00:00Z', 'B'],
    ['2026-01-01T00:00:00Z', null, 'A'],
    [null, null, 'A']
  ])('when the newer of %s and %s prevails, then it is %s', (sage, salesforce, text) => {
    const result = mergeNames('A', 'B', {
      agreed: agreedOn('Old'),
      changedAt: { sage, salesforce },
      map: { conflict: 'newest' }
    });
    expect(result.agreed).toEqual(agreedOn(text));
  });

  it('when the rule is ask, then it is a conflict until a person decides, and other fields go on', () => {
    const phone = fieldMap({ id: 'fax', sage: ['faxNo'], salesforce: ['Fax'] });
    const input = {
      sage: { customerName: 'A', faxNo: '1' },
      salesforce: { Name: 'B', Fax: null },
      agreed: { ...agreedOn('Old'), fax: { sage: [null], salesforce: [null] } }
    };
    const asked = merge([{ ...name, conflict: 'ask' }, phone], input);
    expect(asked.decisions.map(({ outcome }) => outcome)).toEqual(['conflict', 'to-salesforce']);
    expect(asked).toMatchObject({ toSalesforce: { Fax: '1' }, toSage: {}, agreed: agreedOn('Old') });
    const decided = merge([{ ...name, conflict: 'ask' }, phone], {
      ...input,
      decided: { name: 'salesforce' }
    });
    expect(decided).toMatchObject({ toSage: { customerName: 'B' }, agreed: agreedOn('B') });
    expect(decided.decisions[0]?.by).toBe('person');
  });

  it('when nothing was ever agreed, then the master prevails, and what is equal is agreed', () => {
    expect(mergeNames('A', 'B')).toMatchObject({ toSalesforce: { Name: 'A' }, agreed: agreedOn('A') });
    expect(mergeNames('A', 'A')).toMatchObject({ toSalesforce: {}, toSage: {}, agreed: agreedOn('A') });
  });

  it('when the master has nothing and keeps what the other side has, then that fills it the first time', () => {
    const whenEmpty = { toSalesforce: { do: 'keep' }, toSage: { do: 'keep' } } as const;
    expect(mergeNames(null, 'B', { map: { whenEmpty } })).toMatchObject({ toSage: { customerName: 'B' } });
    const emptied = mergeNames(null, 'B', { map: { whenEmpty }, agreed: agreedOn('B') });
    expect(emptied).toMatchObject({ toSalesforce: {}, toSage: {} });
    expect(mergeNames(null, 'B', { map: { whenEmpty }, agreed: emptied.agreed })).toMatchObject({
      toSage: {}
    });
  });

  it('when a side is empty, then the other one is emptied or gets the default', () => {
    expect(mergeNames(null, 'B', { agreed: agreedOn('B') })).toMatchObject({ toSalesforce: { Name: null } });
    const whenEmpty = { toSalesforce: { do: 'default', value: 'Nobody' }, toSage: { do: 'empty' } } as const;
    const result = mergeNames(null, 'B', { agreed: agreedOn('B'), map: { whenEmpty } });
    expect(result.toSalesforce).toEqual({ Name: 'Nobody' });
    const again = mergeNames(null, 'Nobody', { agreed: result.agreed, map: { whenEmpty } });
    expect(again).toMatchObject({ toSalesforce: {}, toSage: {} });
  });

  it('when a field map goes one way, then the other side is overwritten and never asked', () => {
    const map = { direction: 'to-salesforce' } as const;
    expect(mergeNames('A', 'B', { agreed: agreedOn('A'), map })).toMatchObject({
      toSalesforce: { Name: 'A' },
      toSage: {}
    });
  });

  it('when the record does not pass the condition of the field map, then its field is left', () => {
    const onlyIf = { toSalesforce: [{ field: 'status', is: 'equal' as const, values: ['active'] }] };
    const result = mergeNames('New', 'Old', { agreed: agreedOn('Old'), map: { onlyIf } });
    expect(result).toMatchObject({ toSalesforce: {}, agreed: agreedOn('Old') });
    expect(result.decisions[0]?.outcome).toBe('left');
  });

  it('when a value does not fit, then its field keeps what was agreed, and the others go on', () => {
    const code = fieldMap({ id: 'city', sage: ['address.city'], salesforce: ['BillingCity'] });
    const result = merge(
      [name, code],
      {
        sage: { customerName: 'Old', 'address.city': 'Racine' },
        salesforce: { Name: 'Far too long a name', BillingCity: null },
        agreed: agreedOn('Old')
      },
      { sage: { customerName: { kind: 'text', writable: 'always', length: 10 } } }
    );
    expect(result.faults).toEqual([
      {
        code: 'LB786',
        field: 'Name',
        value: 'Far too long a name',
        problem: 'customerName: It has 19 characters, and the field takes 10.',
        fix: 'Shorten it, or add a transform that cuts it to the mapping.'
      }
    ]);
    expect(result).toMatchObject({
      toSage: {},
      toSalesforce: { BillingCity: 'Racine' },
      agreed: agreedOn('Old')
    });
  });

  it.each([
    ['padding', 'text', 'Old  ', 'Old'],
    ['line breaks', 'text', 'a\nb', 'a\r\nb'],
    ['capitals that Sage puts it in', 'text', 'MAIN ST', 'Main St'],
    ['zeros behind the point', 'decimal', '12.500000', '12.5'],
    ['zero with a sign', 'decimal', '-0.00', '0'],
    ['the zone of a moment', 'moment', '2026-01-01T06:00:00.000Z', '2026-01-01T06:00:00.000+0000'],
    ['a code in capitals', 'code', 'NET30', 'net30'],
    ['an empty flag', 'flag', null, false],
    ['the letter of a flag', 'flag', 'Y', true]
  ] as const)('when a value comes back with %s, then nothing has changed', (_, kind, sage, salesforce) => {
    const field = { kind, writable: 'always' } as const;
    const result = merge(
      name,
      {
        sage: { customerName: sage },
        salesforce: { Name: salesforce },
        agreed: { name: { sage: [salesforce], salesforce: [salesforce] } }
      },
      { sage: { customerName: field }, salesforce: { Name: field } }
    );
    expect(result).toMatchObject({ toSage: {}, toSalesforce: {}, faults: [] });
  });

  it('when a person capitalises a name in Salesforce, then that is a change', () => {
    expect(mergeNames('Main St', 'MAIN ST', { agreed: agreedOn('Main St') })).toMatchObject({
      toSage: { customerName: 'MAIN ST' }
    });
  });

  it('when one telephone number is written in another way, then nothing has changed', () => {
    const phone = fieldMap({
      id: 'phone',
      sage: ['telephoneNo', 'telephoneExt'],
      salesforce: ['Phone'],
      transforms: [{ kind: 'phone', salesforce: 'e164' }]
    });
    const result = merge(phone, {
      sage: { telephoneNo: '414.555.4787', telephoneExt: '12' },
      salesforce: { Phone: '(414) 555-4787 ext 12' },
      agreed: undefined
    });
    expect(result).toMatchObject({ toSage: {}, toSalesforce: {} });
  });

  it('when the mapping turns values otherwise than when they were agreed, then the master writes them anew', () => {
    const transforms: FieldMap['transforms'] = [
      { kind: 'value-map', pairs: [{ sage: 'A', salesforce: 'Alpha' }], otherwise: { do: 'refuse' } }
    ];
    const map = { ...name, transforms };
    const result = merge(map, {
      sage: { customerName: 'A' },
      salesforce: { Name: 'A' },
      agreed: agreedOn('A')
    });
    expect(result.toSalesforce).toEqual({ Name: 'Alpha' });
  });

  it('when Salesforce has no record, then everything goes there, empty values too', () => {
    const fax = fieldMap({ id: 'fax', sage: ['faxNo'], salesforce: ['Fax'] });
    const result = merge([name, fax], { sage: { customerName: 'A', faxNo: null } });
    expect(result.toSalesforce).toEqual({ Name: 'A', Fax: null });
  });

  it('when Sage has no record, then everything that is not empty goes there', () => {
    const fax = fieldMap({ id: 'fax', sage: ['faxNo'], salesforce: ['Fax'] });
    const made = fieldMap({ id: 'no', sage: ['customerNo'], salesforce: ['No__c'] });
    const facts = { sage: { customerNo: { kind: 'text', writable: 'when-new' } } } as const;
    const salesforce = { Name: 'A', Fax: null, No__c: 'ABF' };
    expect(merge([name, fax, made], { salesforce }, facts).toSage).toEqual({
      customerName: 'A',
      customerNo: 'ABF'
    });
    const later = merge(
      made,
      { salesforce, sage: { customerNo: 'XYZ' }, agreed: undefined, decided: { no: 'salesforce' } },
      facts
    );
    expect(later.decisions[0]?.outcome).toBe('left');
  });
});

describe('describeDecision', () => {
  it('when both had changed, then it names the values and the rule', () => {
    const [decision] = mergeNames('A', 'B', {
      agreed: agreedOn('Old'),
      map: { conflict: 'sage-wins' }
    }).decisions;
    expect(decision && describeDecision(decision)).toBe(
      'name: to Salesforce, "B" becomes "A"; both had changed, and Sage wins.'
    );
  });
});
