import { createElement } from 'lwc';
import SyncObjectFilter from 'c/syncObjectFilter';
import { byId, findAxeViolations, settle, shown, textOf } from '../../../../shared/lwc/__tests__/support';

const open = async (value: string) => {
  const element = createElement('c-sync-object-filter', { is: SyncObjectFilter });
  Object.assign(element, { label: 'Only records of Sage that meet all of these', fieldHelp: 'Name', value });
  document.body.appendChild(element);
  await settle();
  return element;
};

const enter = async (element: Element, id: string, value: string) => {
  shown(element, id).dispatchEvent(new CustomEvent('change', { detail: { value } }));
  await settle();
};
const click = async (element: Element, id: string) => {
  shown(element, id).click();
  await settle();
};

describe('c-sync-object-filter', () => {
  afterEach(() => document.body.replaceChildren());

  it('when there is no condition, then every record passes', async () => {
    const element = await open('');
    expect(textOf(shown(element, 'every'))).toBe('Every record.');
    expect(element.fault).toBe('');
  });

  it('when conditions are written, then they are told as JSON; a half one is a fault', async () => {
    const element = await open('');
    const told: unknown[] = [];
    element.addEventListener('filterchange', (event) =>
      told.push(event instanceof CustomEvent && event.detail)
    );
    await click(element, 'add');
    expect(element.fault).toBe('Give each condition a field and a value.');
    await enter(element, 'field', ' status ');
    await enter(element, 'test', 'one-of');
    await enter(element, 'value', 'A, B,');
    expect(told.at(-1)).toEqual({ value: '[{"field":"status","is":"one-of","values":["A","B"]}]' });
    expect(element.fault).toBe('');
    expect(await findAxeViolations(element)).toEqual([]);
    await enter(element, 'test', 'empty');
    expect(byId(element, 'value')).toBeUndefined();
    expect(element.value).toBe('[{"field":"status","is":"empty","values":[]}]');
    await click(element, 'remove');
    expect(element.value).toBe('');
  });

  it('when what is there is no filter, then its text can be mended', async () => {
    const element = await open('{"field"');
    expect(textOf(shown(element, 'unreadable'))).toContain('no list of conditions');
    expect(element.fault).toContain('no list of conditions');
    await enter(element, 'json', '[{"field":"a","is":"equal","values":["x, y"]}]');
    expect(shown(element, 'value')).toHaveProperty('value', 'x, y');
    expect(element.fault).toBe('');
  });
});
