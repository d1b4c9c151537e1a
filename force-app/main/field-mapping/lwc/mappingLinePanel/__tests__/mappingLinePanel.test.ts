import { createElement } from 'lwc';
import type { LightningElement } from 'lwc';
import MappingDryRun from 'c/mappingDryRun';
import MappingLinePanel from 'c/mappingLinePanel';
import MappingTransformChain from 'c/mappingTransformChain';
import MappingValueTable from 'c/mappingValueTable';
import MappingVersions from 'c/mappingVersions';
import { byId, findAxeViolations, settle, shown, textOf } from '../../../../shared/lwc/__tests__/support';

const mount = async (tag: string, is: typeof LightningElement, given: object) => {
  const element = createElement(tag, { is });
  Object.assign(element, given);
  document.body.appendChild(element);
  await settle();
  return element;
};
const listen = (element: Element, kind: string) => {
  const heard: unknown[] = [];
  element.addEventListener(kind, (event) => heard.push((event as CustomEvent).detail));
  return heard;
};
const change = (element: Element, id: string, detail: object, kind = 'change') =>
  shown(element, id).dispatchEvent(new CustomEvent(kind, { detail }));

const line = {
  ...{ id: 'fax', sage: ['faxNo'], salesforce: ['Fax'], direction: 'both', transforms: [], conflict: 'ask' },
  whenEmpty: { toSalesforce: { do: 'empty' }, toSage: { do: 'empty' } }
};

afterEach(() => document.body.replaceChildren());

describe('c-mapping-line-panel', () => {
  it('when its settings are changed, then the whole line is told', async () => {
    const element = await mount('c-mapping-line-panel', MappingLinePanel, { line });
    const heard = listen(element, 'linechange');
    change(element, 'direction', { value: 'to-sage' });
    change(element, 'conflict', { value: 'newest' });
    change(element, 'empty-sage', { value: 'default' });
    change(element, 'chain', { transforms: [{ kind: 'trim' }] }, 'transformschange');
    change(element, 'add-sage', { value: 'UDF_FAX' });
    expect(heard).toMatchObject([
      { line: { direction: 'to-sage' } },
      { line: { conflict: 'newest' } },
      { line: { whenEmpty: { toSage: { do: 'default', value: '' }, toSalesforce: { do: 'empty' } } } },
      { line: { transforms: [{ kind: 'trim' }] } },
      { line: { sage: ['faxNo', 'UDF_FAX'], salesforce: ['Fax'] } }
    ]);
    expect(await findAxeViolations(element)).toEqual([]);
  });

  it('when the sample would fail, then it says so in words', async () => {
    const live = { kind: 'fault', problem: 'It is no number.' };
    const element = await mount('c-mapping-line-panel', MappingLinePanel, { line, live });
    expect(textOf(shown(element, 'live'))).toContain('It is no number. This record would fail.');
  });
});

describe('c-mapping-transform-chain', () => {
  it('when steps are added, moved, set and removed, then the chain is told', async () => {
    const transforms = [{ kind: 'trim' }, { kind: 'cut', length: 30 }];
    const element = await mount('c-mapping-transform-chain', MappingTransformChain, { transforms });
    const heard = listen(element, 'transformschange');
    change(element, 'add-transform', { value: 'not' });
    shown(element, 'down').click();
    shown(element, 'remove-step').click();
    const length = element.shadowRoot?.querySelector('[data-name="length"]');
    length?.dispatchEvent(new CustomEvent('change', { detail: { value: '12' } }));
    expect(heard).toEqual([
      { transforms: [...transforms, { kind: 'not' }] },
      { transforms: [...transforms].reverse() },
      { transforms: [{ kind: 'cut', length: 30 }] },
      { transforms: [{ kind: 'trim' }, { kind: 'cut', length: 12 }] }
    ]);
    expect(await findAxeViolations(element)).toEqual([]);
  });
});

describe('c-mapping-value-table', () => {
  it('when rows of a spreadsheet are pasted, then they are pairs, and what is none is named', async () => {
    const element = await mount('c-mapping-value-table', MappingValueTable, {
      pairs: [{ sage: '', salesforce: '' }]
    });
    const heard = listen(element, 'pairschange');
    const paste = new CustomEvent('paste', { bubbles: true, composed: true, cancelable: true });
    Object.assign(paste, { clipboardData: { getData: () => '00\tNet 30\nalone\n' } });
    shown(element, 'paste').dispatchEvent(paste);
    await settle();
    expect(heard).toEqual([{ pairs: [{ sage: '00', salesforce: 'Net 30' }] }]);
    expect(textOf(shown(element, 'pasted'))).toContain(
      '1 rows pasted. These lines have not two columns, or are too long: 2.'
    );
    expect(await findAxeViolations(element)).toEqual([]);
  });
});

describe('c-mapping-dry-run', () => {
  const preview = {
    ...{ passes: 0, fails: 1, leftOut: 0, unknown: ['01-X'], notShown: 2 },
    records: [
      {
        ...{
          key: '01-ABF',
          outcome: 'fails',
          faults: [{ field: 'Fax', problem: 'Too long.', fix: 'Cut it.' }]
        },
        fields: [
          {
            id: 'same',
            sage: ['a'],
            salesforce: ['a'],
            result: { sage: ['a'], salesforce: ['a'] },
            outcome: 'equal',
            sentence: ''
          },
          {
            id: 'fax',
            sage: ['1'],
            salesforce: [null],
            result: { sage: ['1'], salesforce: ['1'] },
            outcome: 'fault',
            sentence: 'Refused.'
          }
        ]
      }
    ]
  };

  it('when it ran, then it counts and shows what differs', async () => {
    const element = await mount('c-mapping-dry-run', MappingDryRun, { preview });
    expect(textOf(shown(element, 'preview-summary'))).toBe(
      '0 pass, 1 fail, 0 left out. 2 more records are not shown.'
    );
    expect(textOf(shown(element, 'record'))).toContain('Too long. Cut it.');
    const fields = () => element.shadowRoot?.querySelectorAll('[data-id="previewed-field"]').length;
    expect(fields()).toBe(1);
    change(element, 'only-differences', { checked: false });
    await settle();
    expect(fields()).toBe(2);
    expect(await findAxeViolations(element)).toEqual([]);
  });

  it('when it is asked to run, then within what the service takes', async () => {
    const element = await mount('c-mapping-dry-run', MappingDryRun, {});
    const heard = listen(element, 'run');
    change(element, 'sample', { value: '900' });
    change(element, 'keys', { value: ' 01-ABF ' });
    shown(element, 'run-preview').click();
    expect(heard).toEqual([{ sample: 200, keys: '01-ABF' }]);
  });
});

describe('c-mapping-versions', () => {
  const versions = [
    { version: 2, publishedAt: '2026-11-22T12:00:00Z', publishedBy: 'Ada', comment: 'Fax', inForce: true }
  ];

  it('when a version is rolled back, then it asks first', async () => {
    const element = await mount('c-mapping-versions', MappingVersions, { versions, inForce: 2 });
    const heard = listen(element, 'rollback');
    shown(element, 'roll-back').click();
    await settle();
    expect(heard).toEqual([]);
    expect(await findAxeViolations(element)).toEqual([]);
    shown(element, 'confirm-roll-back').click();
    await settle();
    expect(heard).toEqual([{ toVersion: 0 }]);
    expect(byId(element, 'roll-back-question')).toBeUndefined();
  });

  it('when versions are compared or a file is no mapping, then it is told', async () => {
    const comparison = { before: '2', after: 'draft', sentences: [] };
    const element = await mount('c-mapping-versions', MappingVersions, { versions, inForce: 2, comparison });
    const heard = listen(element, 'compare');
    shown(element, 'compare').click();
    expect(heard).toEqual([{ before: 2, after: undefined }]);
    expect(textOf(shown(element, 'comparison'))).toBe('Version 2 and the draft are the same.');
    change(element, 'import', { files: [{ text: () => Promise.resolve('nothing') }] });
    await settle();
    expect(element.shadowRoot?.querySelector('c-error-panel')).not.toBeNull();
  });
});
