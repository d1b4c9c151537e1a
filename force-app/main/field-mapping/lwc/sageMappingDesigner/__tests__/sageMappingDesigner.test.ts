import { createElement } from 'lwc';
import { graphql } from 'lightning/graphql';
import { CurrentPageReference } from 'lightning/navigation';
import { createRecord } from 'lightning/uiRecordApi';
import SageMappingDesigner from 'c/sageMappingDesigner';
import {
  byId,
  find,
  findAxeViolations,
  settle,
  shown,
  textOf
} from '../../../../shared/lwc/__tests__/support';

/** sfdx-lwc-jest puts test adapters in the place of the wire adapters. */
interface TestWire {
  emit(value: unknown, filter?: (config: Record<string, unknown>) => boolean): void;
}
const page = CurrentPageReference as unknown as TestWire;
const records = graphql as unknown as TestWire & { emitErrors(errors: readonly { message: string }[]): void };

const pair = 'Account-customer';
const field = (name: string, more: object = {}) => ({
  ...{ name, label: name.toUpperCase(), kind: 'text', origin: 'standard', writable: 'always', ...more }
});
const line = (id: string, sage: string, salesforce: string) => ({
  ...{ id, sage: [sage], salesforce: [salesforce], direction: 'both', transforms: [], conflict: 'sage-wins' },
  whenEmpty: { toSalesforce: { do: 'empty' }, toSage: { do: 'empty' } }
});
const content = {
  ...{ object: pair, direction: 'both', master: 'sage', matchKeys: [['name']] },
  ...{ create: { inSalesforce: true, inSage: false }, filter: { sage: [], salesforce: [] } },
  fields: [line('name', 'customerName', 'Name')]
};
const view = {
  ...{ pair, version: 3, content: JSON.stringify(content) },
  versions: [
    {
      ...{ version: 3, publishedAt: '2026-11-22T12:00:00Z', publishedBy: 'Ada', comment: 'Names' },
      ...{ basedOn: null, inForce: true }
    }
  ]
};
const sideOf = (side: 'sage' | 'salesforce') => ({
  ...{ pair, label: 'Accounts', side, object: side === 'sage' ? 'Customer' : 'Account', filled: [] },
  ...{ sampleKey: '01-ABF', salesforceId: null, next: null },
  fields:
    side === 'sage'
      ? [field('customerName', { sample: 'ABF' }), field('faxNo'), field('UDF_REGION', { origin: 'udf' })]
      : [field('Name', { required: true }), field('Fax'), field('Region__c', { origin: 'custom' })]
});
const preview = {
  ...{ pair, passes: 1, fails: 0, leftOut: 0, unknown: [], notShown: 0, asOf: '2026-11-22T12:00:00Z' },
  records: [
    {
      ...{ key: '01-ABF', salesforceId: null, outcome: 'passes', faults: [] },
      fields: [
        {
          ...{ id: 'name', sage: ['ABF'], salesforce: [null], agreed: null, by: null },
          ...{
            result: { sage: ['ABF'], salesforce: ['ABF'] },
            outcome: 'to-salesforce',
            sentence: 'Sage has it.'
          }
        }
      ]
    }
  ]
};
const answers: Readonly<Record<string, (inputs: ReadonlyMap<string, unknown>) => unknown>> = {
  Sage_List_Mappings: () => ({ mappings: [{ pair, label: 'Accounts and customers', version: 3 }] }),
  Sage_Get_Mapping: () => view,
  Sage_Get_Mapping_Fields: (inputs) => sideOf(inputs.get('side') === 'sage' ? 'sage' : 'salesforce'),
  Sage_Preview_Mapping: () => preview,
  Sage_Compare_Mappings: () => ({ before: '3', after: 'draft', sentences: ['name was added.'] }),
  Sage_Publish_Mapping: () => ({ version: 4, changed: true }),
  Sage_Roll_Back_Mapping: () => ({ version: 5, changed: true })
};

interface Flow extends Element {
  flowApiName: string;
  flowInputVariables: readonly { readonly name: string; readonly value: unknown }[];
}
const asked: string[] = [];

/** Ends every flow that runs, until none does. */
const work = async (element: Element, over: Readonly<Record<string, object>> = {}) => {
  for (let rounds = 0; rounds < 12; rounds += 1) {
    // eslint-disable-next-line no-await-in-loop -- an answer leads to the next question
    await settle();
    const flows = find(element, 'c-sage-request').shadowRoot?.querySelectorAll('lightning-flow') ?? [];
    for (const flow of flows as unknown as Iterable<Flow>) {
      const name = flow.flowApiName;
      asked.push(name);
      const inputs = new Map(flow.flowInputVariables.map((input) => [input.name, input.value]));
      const outputs = over[name] ?? {
        outcome: 'ANSWERED',
        answerJson: JSON.stringify(answers[name]?.(inputs))
      };
      const outputVariables = Object.entries(outputs).map(([key, value]) => ({
        name: key,
        value: value as unknown
      }));
      flow.dispatchEvent(
        new CustomEvent('statuschange', { detail: { status: 'FINISHED_SCREEN', outputVariables } })
      );
    }
  }
};

const rows = (object: string, nodes: readonly object[]) => ({
  uiapi: { query: { [object]: { edges: nodes.map((node) => ({ node })) } } }
});
const syncObject = {
  ...{
    Id: 's1',
    Integration_Config__c: { value: 'c1' },
    Integration_Config__r: { Active__c: { value: true } }
  },
  ...{
    Direction__c: { value: 'Both' },
    Master__c: { value: 'Sage' },
    Create_In_Salesforce__c: { value: true }
  }
};
const isWith = (variables: unknown, name: string) =>
  typeof variables === 'object' && variables !== null && name in variables;
const ofPair = (config: Record<string, unknown>) => isWith(config.variables, 'pair');
const ofLines = (config: Record<string, unknown>) => isWith(config.variables, 'syncObject');

const mount = async () => {
  const element = createElement('c-sage-mapping-designer', { is: SageMappingDesigner });
  document.body.appendChild(element);
  await settle();
  return element;
};
/** A page on which the pair is drawn; without `isSetUp` the pair has no record. */
const open = async ({ isSetUp = true } = {}) => {
  const element = await mount();
  page.emit({ type: 'standard__navItemPage', attributes: {}, state: { c__pair: pair } });
  await settle();
  records.emit(rows('Sync_Object__c', isSetUp ? [syncObject] : []), ofPair);
  await settle();
  if (isSetUp) records.emit(rows('Field_Mapping__c', []), ofLines);
  await work(element);
  return element;
};
const tell = async (element: Element, id: string, kind: string, detail: object) => {
  shown(element, id).dispatchEvent(new CustomEvent(kind, { detail }));
  await work(element);
};
const stateOf = (element: Element) => Reflect.get(shown(element, 'draft-state'), 'label') as unknown;
const linesOf = (element: Element) =>
  (Reflect.get(shown(element, 'canvas'), 'lines') as { id: string }[]).map(({ id }) => id);
const connectFax = (element: Element) =>
  tell(element, 'canvas', 'connect', { sage: 'faxNo', salesforce: 'Fax' });

describe('c-sage-mapping-designer', () => {
  beforeEach(() => {
    asked.length = 0;
    jest.mocked(createRecord).mockReset().mockResolvedValue({ id: 'a01', apiName: '', fields: {} });
  });
  afterEach(() => document.body.replaceChildren());

  it('when no pair is chosen, then it asks for one, and lists them', async () => {
    const element = await mount();
    await work(element);
    expect(shown(element, 'empty').textContent).toContain('Choose which objects');
    expect(Reflect.get(shown(element, 'pair'), 'options')).toEqual([
      { label: 'Accounts and customers', value: pair }
    ]);
    expect(await findAxeViolations(element)).toEqual([]);
  });

  it('when a pair is chosen, then it is loading until everything came', async () => {
    const element = await mount();
    await tell(element, 'announcement', 'none', {});
    await tell(element, 'pair', 'change', { value: pair });
    expect(byId(element, 'loading')).toBeDefined();
    expect(await findAxeViolations(element)).toEqual([]);
  });

  it('when nothing was drawn yet, then it begins with the version in force', async () => {
    const element = await open();
    expect(linesOf(element)).toEqual(['name']);
    expect(stateOf(element)).toBe('No draft yet: this is the version in force');
    expect(shown(element, 'save')).toMatchObject({ disabled: true });
    expect(await findAxeViolations(element)).toEqual([]);
  });

  it('when a line is drawn, then it is unsaved until it is saved row by row, and can be undone', async () => {
    const element = await open();
    await connectFax(element);
    expect(linesOf(element)).toEqual(['name', 'fax-no']);
    expect(stateOf(element)).toBe('Unsaved changes');
    expect(shown(element, 'publish')).toMatchObject({ disabled: true });
    expect(textOf(shown(element, 'announcement'))).toContain('FAX ↔ FAXNO');
    shown(element, 'undo').click();
    await settle();
    expect(linesOf(element)).toEqual(['name']);
    shown(element, 'redo').click();
    await settle();
    shown(element, 'save').click();
    await settle();
    await settle();
    expect(stateOf(element)).toBe('Draft saved');
    expect(createRecord).toHaveBeenCalledTimes(2);
  });

  it('when Salesforce refuses a row, then it says so and nothing that was drawn is lost', async () => {
    jest.mocked(createRecord).mockRejectedValue({ body: { message: 'Name the row otherwise.' } });
    const element = await open();
    await connectFax(element);
    shown(element, 'save').click();
    await settle();
    expect(textOf(shown(element, 'save-problem'))).toContain('Name the row otherwise.');
    expect(linesOf(element)).toEqual(['name', 'fax-no']);
    expect(stateOf(element)).toBe('Unsaved changes');
  });

  it('when another pair is chosen with unsaved changes, then it asks first', async () => {
    const element = await open();
    await connectFax(element);
    await tell(element, 'pair', 'change', { value: 'Contact-contact' });
    expect(byId(element, 'leave')).toBeDefined();
    shown(element, 'stay').click();
    await settle();
    expect(linesOf(element)).toEqual(['name', 'fax-no']);
    await tell(element, 'pair', 'change', { value: 'Contact-contact' });
    shown(element, 'leave-now').click();
    await settle();
    expect(byId(element, 'canvas')).toBeUndefined();
  });

  it('when a line is opened, then the service is asked what becomes of the sample, once typing ends', async () => {
    jest.useFakeTimers();
    const element = await open();
    await tell(element, 'canvas', 'openline', { id: 'name' });
    jest.advanceTimersByTime(700);
    await work(element);
    jest.useRealTimers();
    expect(asked.filter((name) => name === 'Sage_Preview_Mapping')).toHaveLength(1);
    expect(textOf(shown(element, 'line-panel'))).toContain('Salesforce (nothing) → ABF, Sage ABF → ABF');
    await tell(element, 'line-panel', 'removeline', { id: 'name' });
    expect(linesOf(element)).toEqual([]);
  });

  it('when suggestions are taken, a constant is drawn, or a file is imported, then lines follow', async () => {
    const element = await open();
    const suggestions = Reflect.get(shown(element, 'hints'), 'suggestions') as unknown;
    await tell(element, 'hints', 'accept', { suggestions });
    expect(linesOf(element)).toEqual(['name', 'fax-no', 'udf-region']);
    await tell(element, 'canvas', 'constant', { side: 'salesforce', name: 'Name' });
    expect(linesOf(element)).toHaveLength(4);
    await tell(element, 'versions', 'import', { content });
    expect(linesOf(element)).toEqual(['name']);
    await tell(element, 'versions', 'import', { content: { ...content, object: 'Contact-contact' } });
    expect(textOf(shown(element, 'announcement'))).toBe('The file is a mapping of Contact-contact.');
  });

  it('when it is tried, compared, exported, rolled back and published, then the service does it', async () => {
    const element = await open();
    await tell(element, 'dry-run', 'run', { sample: 5, keys: undefined });
    expect(Reflect.get(shown(element, 'dry-run'), 'preview')).toMatchObject({ passes: 1 });
    await tell(element, 'versions', 'compare', { before: 3, after: undefined });
    expect(Reflect.get(shown(element, 'versions'), 'comparison')).toMatchObject({
      sentences: ['name was added.']
    });
    await tell(element, 'versions', 'export', { version: 3 });
    expect(shown(element, 'export-file').getAttribute('download')).toBe(`${pair}-3.json`);
    await tell(element, 'versions', 'rollback', { toVersion: 0 });
    expect(textOf(shown(element, 'announcement'))).toContain('Version 5 is in force');
    shown(element, 'publish').click();
    await settle();
    await tell(element, 'comment', 'change', { value: 'Fax' });
    shown(element, 'publish-now').click();
    await work(element);
    expect(byId(element, 'publish-dialog')).toBeUndefined();
    expect(textOf(shown(element, 'announcement'))).toContain('Version 4 is in force');
  });

  it('when the pair was never set up, then it is shown, and cannot be saved', async () => {
    const element = await open({ isSetUp: false });
    await connectFax(element);
    expect(byId(element, 'not-set-up')).toBeDefined();
    expect(shown(element, 'save')).toMatchObject({ disabled: true });
  });

  it('when the user may not see the records, then it says whom to ask', async () => {
    const element = await mount();
    page.emit({ type: 'standard__navItemPage', attributes: {}, state: { c__pair: pair } });
    await settle();
    records.emitErrors([{ message: "Field 'Sync_Object__c' in type 'RecordQuery' is undefined" }]);
    await settle();
    expect(textOf(shown(element, 'no-access'))).toContain('Ledger Bridge Admin');
    expect(byId(element, 'canvas')).toBeUndefined();
    expect(await findAxeViolations(element)).toEqual([]);
  });

  it('when the service cannot be asked, then the problem is shown with a way to try again', async () => {
    const element = await mount();
    await work(element, { Sage_List_Mappings: { outcome: 'FAULT', faultMessage: 'Nothing answers.' } });
    expect(byId(element, 'error-panel')).toBeDefined();
    expect(await findAxeViolations(element)).toEqual([]);
    await tell(element, 'error-panel', 'retry', {});
    expect(byId(element, 'error-panel')).toBeUndefined();
  });
});
