import { createRecord, deleteRecord, updateRecord } from 'lightning/uiRecordApi';
import {
  afterAct,
  checkDraft,
  draftOf,
  fieldsOfLine,
  freshTransform,
  isSaved,
  newLine,
  newLineId,
  readContent,
  readLines,
  readPairRecord,
  readPastedPairs,
  readSavedLine,
  saveDraft,
  settingsOf,
  suggestLines,
  TRANSFORM_KINDS,
  withPasted,
  withSetting,
  wordsOf
} from 'c/mappingModel';
import type { Content, Field, Line, SavedLine } from 'c/mappingModel';

const field = (name: string, more: Partial<Field> = {}): Field => ({
  ...{ name, label: name, kind: 'text', origin: 'standard', writable: 'always', required: false },
  ...more
});
const line = (id: string, more: Partial<Line> = {}): Line => ({
  ...{ id, sage: [id], salesforce: [`${id}__c`], direction: 'both', transforms: [], conflict: 'sage-wins' },
  whenEmpty: { toSalesforce: { do: 'empty' }, toSage: { do: 'empty' } },
  ...more
});
const content = (fields: readonly Line[], more: Partial<Content> = {}): Content => ({
  ...{ object: 'Account-customer', direction: 'both', master: 'sage', fields, matchKeys: [] },
  ...{ create: { inSalesforce: true, inSage: true }, filter: { sage: [], salesforce: [] } },
  ...more
});
const byName = (...fields: readonly Field[]) => new Map(fields.map((each) => [each.name, each]));
const filled = { sage: [], salesforce: [] };

describe('the draft', () => {
  it('when lines are drawn, changed and removed, then each act can be undone and done again', () => {
    const acts = [
      { kind: 'add', lines: [line('b')] },
      { kind: 'change', line: line('a', { direction: 'to-sage' }) },
      { kind: 'remove', id: 'b' },
      { kind: 'replace', lines: [] }
    ] as const;
    const steps = acts.reduce(
      (drafts, act) => [...drafts, afterAct(drafts[drafts.length - 1] ?? draftOf([]), act)],
      [draftOf([line('a')])]
    );
    expect(steps.map(({ lines }) => lines.map(({ id }) => id))).toEqual([
      ['a'],
      ['a', 'b'],
      ['a', 'b'],
      ['a'],
      []
    ]);
    let draft = steps[4] ?? draftOf([]);
    for (const before of [...steps].reverse().slice(1)) {
      draft = afterAct(draft, { kind: 'undo' });
      expect(draft.lines).toEqual(before.lines);
    }
    expect(afterAct(draft, { kind: 'undo' }).lines).toEqual([line('a')]);
    for (const next of steps.slice(1)) {
      draft = afterAct(draft, { kind: 'redo' });
      expect(draft.lines).toEqual(next.lines);
    }
    expect(afterAct(draft, { kind: 'redo' }).lines).toEqual([]);
  });

  it('when an act changes nothing, then it leaves no step', () => {
    expect(afterAct(draftOf([line('a')]), { kind: 'change', line: line('a') }).past).toEqual([]);
  });
});

describe('a new line', () => {
  it('when it is named, then by its field, in the form that a row takes, and no two the same', () => {
    expect(newLineId('BillingPostalCode', [])).toBe('billing-postal-code');
    expect(newLineId('UDF_REGION', ['udf-region'])).toBe('udf-region-2');
    expect(newLineId('Sage_Zone__c', [])).toBe('sage-zone');
    expect(newLineId('__', [])).toBe('line');
  });

  it.each([
    ['always', 'always', 'both', 'both'],
    ['never', 'always', 'both', 'to-salesforce'],
    ['always', 'never', 'both', 'to-sage'],
    ['always', 'always', 'to-salesforce', 'to-salesforce']
  ] as const)(
    'when Sage’s is written %s, Salesforce’s %s and the pair goes %s, then it goes %s',
    (sage, salesforce, pair, way) => {
      const ends = { sage: field('a', { writable: sage }), salesforce: field('b', { writable: salesforce }) };
      expect(newLine(ends, pair, []).direction).toBe(way);
    }
  );

  it('when it has one end, then it is a constant', () => {
    expect(newLine({ salesforce: field('Type') }, 'both', [])).toMatchObject({
      ...{ sage: [], salesforce: ['Type'], direction: 'to-salesforce' },
      transforms: [{ kind: 'constant', value: '' }]
    });
  });
});

describe('suggestions', () => {
  it('when names say the same in other words, then they are alike', () => {
    expect(wordsOf('telephoneNo')).toEqual(wordsOf('Phone'));
    expect(wordsOf('UDF_SALES_REGION')).toEqual(wordsOf('Sales_Region__c'));
    expect(wordsOf('E-mail address')).toEqual(['email', 'address']);
  });

  it('when fields have no line, fit in type and are alike, then the likeliest pair of each is suggested', () => {
    const sage = [
      field('faxNo', { label: 'Fax' }),
      field('UDF_REGION'),
      field('creditLimit', { kind: 'decimal' })
    ];
    const salesforce = [
      field('Fax'),
      field('Region__c'),
      field('Region_Name__c'),
      field('Credit_Limit__c', { kind: 'text' }),
      field('Phone')
    ];
    const found = suggestLines({ sage, salesforce }, []);
    expect(found.map((each) => [each.sage.name, each.salesforce.name])).toEqual([
      ['faxNo', 'Fax'],
      ['UDF_REGION', 'Region__c']
    ]);
    expect(
      suggestLines({ sage, salesforce }, [line('x', { sage: ['faxNo'], salesforce: ['Region__c'] })])
    ).toEqual([]);
  });
});

describe('what the page sees at once', () => {
  it('when a line does not fit its fields, then it says why', () => {
    const known = {
      sage: byName(
        field('name', { length: 30 }),
        field('limit', { kind: 'decimal', scale: 6 }),
        field('flag', { kind: 'flag' })
      ),
      salesforce: byName(
        field('Short', { length: 10 }),
        field('Money', { kind: 'decimal', scale: 2 }),
        field('Fixed', { writable: 'never' })
      ),
      filled
    };
    const hints = checkDraft(
      content([
        line('short', { sage: ['name'], salesforce: ['Short'] }),
        line('money', { sage: ['limit'], salesforce: ['Money'], direction: 'to-salesforce' }),
        line('fixed', { sage: ['flag'], salesforce: ['Fixed'], direction: 'to-salesforce' }),
        line('gone', { sage: ['name'], salesforce: ['Gone'], transforms: [{ kind: 'cut', length: 3 }] }),
        line('none', { sage: [], salesforce: [] })
      ]),
      known
    );
    expect(hints.map(({ kind, lineId }) => [kind, lineId])).toEqual([
      ['written-twice', 'short'],
      ['too-long', 'short'],
      ['too-precise', 'money'],
      ['not-writable', 'fixed'],
      ['kinds-differ', 'fixed'],
      ['missing-field', 'gone'],
      ['no-ends', 'none']
    ]);
  });

  it('when a new record needs a field that nothing fills, or a match key names no line, then it is said', () => {
    const known = {
      sage: byName(field('customerName', { required: true })),
      salesforce: byName(field('Name', { required: true }), field('Key__c', { required: true })),
      filled: { sage: [], salesforce: ['Key__c'] }
    };
    const hints = checkDraft(content([], { matchKeys: [['name']] }), known);
    expect(hints.map(({ kind, side, facts }) => [kind, side, facts])).toEqual([
      ['required', 'salesforce', ['Name']],
      ['required', 'sage', ['customerName']],
      ['match-key', undefined, ['name']]
    ]);
    const off = content([], { create: { inSalesforce: false, inSage: false } });
    expect(checkDraft(off, known)).toEqual([]);
  });
});

describe('rows of a spreadsheet', () => {
  it('when cells are quoted, empty or too many, then they are read as the spreadsheet meant them', () => {
    const pasted = '00\tNet 30\r\n01\t"Pre\tpaid ""now"""\tx\n\n02\nUPS\t\t\n';
    expect(readPastedPairs(pasted)).toEqual({
      pairs: [
        { sage: '00', salesforce: 'Net 30' },
        { sage: '01', salesforce: 'Pre\tpaid "now"', preferred: true },
        { sage: 'UPS', salesforce: '' }
      ],
      refused: [4]
    });
    expect(readPastedPairs(`${'x'.repeat(256)}\ty`).refused).toEqual([1]);
  });

  it('when they are there already, then they are not there twice', () => {
    const pair = { sage: '00', salesforce: 'Net 30' };
    expect(withPasted([{ sage: '', salesforce: '' }, pair], [pair, { ...pair, salesforce: 'x' }])).toEqual([
      pair,
      { ...pair, salesforce: 'x' }
    ]);
  });
});

describe('transforms', () => {
  it.each(TRANSFORM_KINDS)('when %s begins, then all that it needs is set', (kind) => {
    const fresh = freshTransform(kind);
    expect(fresh.kind).toBe(kind);
    const needed = settingsOf(kind).flatMap(({ name, optional }) => (optional === true ? [] : [name]));
    expect(needed.filter((name) => fresh[name] === undefined)).toEqual([]);
  });

  it('when settings are entered, then they have the type that the service takes', () => {
    const put = (kind: string, name: string, entered: unknown) => {
      const setting = settingsOf(kind).find((each) => each.name === name);
      return setting && withSetting(freshTransform(kind), setting, entered)[name];
    };
    expect(put('cut', 'length', '12')).toBe(12);
    expect(put('cut', 'at', '')).toBeUndefined();
    expect(put('pad', 'strip', false)).toBe(false);
    expect(put('if', 'equals', 'F, K')).toEqual(['F', 'K']);
    expect(put('if', 'then', '')).toBeNull();
    expect(freshTransform('new-kind')).toEqual({ kind: 'new-kind' });
  });
});

describe('a mapping as JSON', () => {
  it('when it was exported, then it is read as it was', () => {
    const mapping = content([
      line('a', { onlyIf: { toSage: [] }, transforms: [{ kind: 'cut', length: 2 }] })
    ]);
    expect(readContent(JSON.stringify(mapping))).toEqual(mapping);
  });

  it.each(['nonsense', '{}', JSON.stringify(content([line('Not An Id')]))])(
    'when it is %s, then it is refused',
    (text) => {
      expect(() => readContent(text)).toThrow(/expected/);
    }
  );
});

const rowOf = (fields: Readonly<Record<string, unknown>>, recordId: string) => ({
  Id: recordId,
  ...Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, { value }]))
});
const savedOf = (...lines: readonly Line[]): readonly SavedLine[] =>
  lines.map((each, order) => ({ recordId: `a0${order}`, line: each, order }));

describe('rows of the draft', () => {
  const all = line('phone', {
    ...{ sage: ['telephoneNo', 'telephoneExt'], salesforce: ['Phone'], conflict: 'ask' },
    transforms: [{ kind: 'phone', salesforce: 'national' }],
    whenEmpty: { toSalesforce: { do: 'default', value: '-' }, toSage: { do: 'keep' } },
    onlyIf: { toSage: [{ field: 'Type', is: 'empty', values: [] }] }
  });

  it('when a line is kept and read again, then it is the same', () => {
    expect(readSavedLine(rowOf(fieldsOfLine(all, 3), 'a01'))).toEqual({
      recordId: 'a01',
      line: all,
      order: 3
    });
  });

  it('when rows come, then those of the object in their order; a row that is none is a problem', () => {
    const nodes = [
      rowOf({ ...fieldsOfLine(all, 2), Object__c: 'Account' }, 'b'),
      rowOf({ ...fieldsOfLine(line('x'), 1), Object__c: 'Account' }, 'a'),
      rowOf({ Object__c: 'Other' }, 'c')
    ];
    const answer = (list: readonly unknown[]) => ({
      data: { uiapi: { query: { Field_Mapping__c: { edges: list.map((node) => ({ node })) } } } }
    });
    const read = readLines(answer(nodes), 'Account');
    expect(read).toMatchObject({ kind: 'ready', value: [{ recordId: 'a' }, { recordId: 'b' }] });
    expect(readLines(answer([rowOf({ Object__c: 'Account' }, 'd')]), 'Account').kind).toBe('failed');
    expect(readLines({}, 'Account').kind).toBe('loading');
    expect(
      readLines({ errors: [{ message: "Field 'Field_Mapping__c' in type 'X' is undefined" }] }, 'Account')
        .kind
    ).toBe('denied');
    expect(readLines({ errors: [{ message: 'Down' }] }, 'Account').kind).toBe('failed');
  });

  it('when the pair was not set up in an active configuration, then there is no record', () => {
    const answer = (active: boolean, more: object = {}) => ({
      data: {
        uiapi: {
          query: {
            Sync_Object__c: {
              edges: [
                {
                  node: {
                    ...rowOf(
                      { Direction__c: 'Both', Master__c: 'Sage', Integration_Config__c: 'c1', ...more },
                      's1'
                    ),
                    Integration_Config__r: { Active__c: { value: active } }
                  }
                }
              ]
            }
          }
        }
      }
    });
    expect(readPairRecord(answer(false))).toEqual({ kind: 'ready', value: undefined });
    expect(
      readPairRecord(answer(true, { Match_Keys__c: '[["name"]]', Sage_Filter__c: '[{}]' }))
    ).toMatchObject({
      value: {
        syncObjectId: 's1',
        configId: 'c1',
        head: { matchKeys: [['name']], filter: { sage: [{}], salesforce: [] } }
      }
    });
    expect(readPairRecord(answer(true, { Match_Keys__c: 'x' })).kind).toBe('failed');
  });
});

describe('saving', () => {
  const place = { configId: 'c1', syncObjectId: 's1', object: 'Account' };
  beforeEach(() => {
    jest.mocked(createRecord).mockReset().mockResolvedValue({ id: 'new', apiName: '', fields: {} });
    jest.mocked(updateRecord).mockReset();
    jest.mocked(deleteRecord).mockReset();
  });

  it('when lines differ from rows, then only those are written, the new ones first, and progress is told', async () => {
    const saved = savedOf(line('a'), line('b'), line('c'));
    const wanted = [line('a'), line('b', { direction: 'to-sage' }), line('d')];
    expect(isSaved(wanted, saved)).toBe(false);
    const told: string[] = [];
    const outcome = await saveDraft(wanted, saved, place, (done, all) => told.push(`${done}/${all}`));
    expect(outcome.problem).toBeUndefined();
    expect(isSaved(wanted, outcome.saved)).toBe(true);
    expect(told).toEqual(['1/3', '2/3', '3/3']);
    expect(jest.mocked(updateRecord).mock.calls).toMatchObject([
      [{ fields: { Id: 'a01', Direction__c: 'To Sage' } }]
    ]);
    expect(jest.mocked(createRecord).mock.calls).toMatchObject([
      [
        {
          fields: { Map_Key__c: 'd', Object__c: 'Account', Sync_Object__c: 's1', Integration_Config__c: 'c1' }
        }
      ]
    ]);
    expect(deleteRecord).toHaveBeenCalledWith('a02');
  });

  it('when a record is refused, then what was written is kept, and saving again goes on from there', async () => {
    jest.mocked(createRecord).mockResolvedValueOnce({ id: 'first', apiName: '', fields: {} });
    jest.mocked(createRecord).mockRejectedValueOnce({ body: { message: 'No' } });
    const wanted = [line('a'), line('b')];
    const halfway = await saveDraft(wanted, [], place, () => undefined);
    expect(halfway.saved).toMatchObject([{ recordId: 'first' }]);
    expect(halfway.problem?.detail).toContain('No');
    const done = await saveDraft(wanted, halfway.saved, place, () => undefined);
    expect(isSaved(wanted, done.saved)).toBe(true);
    expect(createRecord).toHaveBeenCalledTimes(3);
  });
});
