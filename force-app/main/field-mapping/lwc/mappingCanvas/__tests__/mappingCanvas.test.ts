import { createElement } from 'lwc';
import MappingCanvas from 'c/mappingCanvas';
import { byId, findAxeViolations, settle, shown, textOf } from '../../../../shared/lwc/__tests__/support';

const field = (name: string) => ({
  ...{
    name,
    label: `Label of ${name}`,
    kind: 'text',
    origin: 'standard',
    writable: 'always',
    required: false
  }
});
const fields = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, index) => field(`${prefix}${index}`));
const line = {
  ...{ id: 'one', sage: ['s0'], salesforce: ['f0'], direction: 'both', transforms: [], conflict: 'ask' },
  whenEmpty: { toSalesforce: { do: 'empty' }, toSage: { do: 'empty' } }
};

const mount = async (count = 300) => {
  const element = createElement('c-mapping-canvas', { is: MappingCanvas });
  Object.assign(element, { sage: fields('s', count), salesforce: fields('f', count), lines: [line] });
  document.body.appendChild(element);
  await settle();
  const heard: [string, unknown][] = [];
  for (const kind of ['connect', 'openline', 'removeline', 'constant'])
    element.addEventListener(kind, (event) => heard.push([kind, (event as CustomEvent).detail]));
  return { element, heard };
};
const sideOf = (element: Element, side: string) => shown(element, `list-${side}`);
const press = async (element: Element, side: string, ...keys: readonly string[]) => {
  const list = shown(sideOf(element, side), 'list');
  list.dispatchEvent(new CustomEvent('focus'));
  for (const key of keys)
    list.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  await settle();
};
const rowsOf = (element: Element, side: string) => [
  ...(sideOf(element, side).shadowRoot?.querySelectorAll<HTMLElement>('[role="option"]') ?? [])
];
const drag = async (target: Element | undefined, kind: string) => {
  target?.dispatchEvent(new CustomEvent(kind, { bubbles: true, cancelable: true, composed: true }));
  await settle();
};

describe('c-mapping-canvas', () => {
  afterEach(() => document.body.replaceChildren());

  it('when there are 300 fields a side, then only the rows that are seen are drawn', async () => {
    const { element } = await mount();
    expect(rowsOf(element, 'sage').length).toBeLessThan(25);
    expect(rowsOf(element, 'sage')[0]?.getAttribute('aria-setsize')).toBe('300');
    expect(element.shadowRoot?.querySelectorAll('.hit')).toHaveLength(1);
    expect(await findAxeViolations(element)).toEqual([]);
  });

  it('when keys pick a field and one of the other side, then they are connected', async () => {
    const { element, heard } = await mount();
    await press(element, 'salesforce', 'ArrowDown', 'ArrowDown', 'Enter');
    expect(textOf(shown(element, 'pick-bar'))).toContain('Salesforce field Label of f2 is picked');
    await press(element, 'sage', 'ArrowDown', ' ');
    expect(heard).toEqual([['connect', { sage: 's1', salesforce: 'f2' }]]);
    expect(byId(element, 'cancel-pick')).toBeUndefined();
  });

  it('when Escape is pressed, then nothing is picked; Enter twice opens the line, Delete takes it away', async () => {
    const { element, heard } = await mount();
    await press(element, 'sage', 'Enter', 'Escape');
    expect(byId(element, 'cancel-pick')).toBeUndefined();
    await press(element, 'sage', 'Enter', 'Enter', 'Delete');
    expect(heard).toEqual([
      ['openline', { id: 'one' }],
      ['removeline', { id: 'one' }]
    ]);
  });

  it('when a field is dragged onto one of the other side, then they are connected', async () => {
    const { element, heard } = await mount();
    await drag(rowsOf(element, 'salesforce')[1], 'dragstart');
    await drag(rowsOf(element, 'sage')[2], 'dragover');
    expect(rowsOf(element, 'sage')[2]?.className).toContain('row_over');
    await drag(rowsOf(element, 'sage')[2], 'drop');
    await drag(rowsOf(element, 'salesforce')[1], 'dragend');
    expect(heard).toEqual([['connect', { sage: 's2', salesforce: 'f1' }]]);
  });

  it('when one field alone is picked, then it can be filled with a constant', async () => {
    const { element, heard } = await mount(3);
    rowsOf(element, 'salesforce')[2]?.click();
    await settle();
    shown(element, 'constant').click();
    expect(heard).toEqual([['constant', { side: 'salesforce', name: 'f2' }]]);
  });

  it('when it is searched, then only what matches is there, and lines follow', async () => {
    const { element } = await mount();
    const list = sideOf(element, 'sage');
    shown(list, 'search').dispatchEvent(new CustomEvent('change', { detail: { value: 'label S29' } }));
    await settle();
    expect(textOf(shown(list, 'count'))).toBe('11 of 300 fields');
    expect(element.shadowRoot?.querySelectorAll('.hit')).toHaveLength(0);
    shown(list, 'filter').dispatchEvent(new CustomEvent('change', { detail: { value: 'mapped' } }));
    await settle();
    expect(byId(list, 'no-fields')).toBeDefined();
  });

  it('when a line of fields far down is shown, then both lists go there', async () => {
    const { element } = await mount();
    Object.assign(element, { lines: [{ ...line, sage: ['s250'], salesforce: ['f120'] }] });
    Reflect.get(element, 'showLine').call(element, 'one');
    await settle();
    expect(rowsOf(element, 'sage').map(({ dataset }) => dataset.name)).toContain('s250');
    expect(rowsOf(element, 'salesforce').map(({ dataset }) => dataset.name)).toContain('f120');
  });
});
