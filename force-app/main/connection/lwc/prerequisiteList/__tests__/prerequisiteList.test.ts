import { createElement } from 'lwc';
import PrerequisiteList from 'c/prerequisiteList';
import { findAxeViolations, settle, textOf } from '../../../../shared/lwc/__tests__/support';

const link = {
  label: 'Open users in Setup',
  page: { type: 'standard__webPage', attributes: { url: '/lightning/setup/ManageUsers/home' } }
};
const checks = [
  { name: 'sage', title: 'Sage answers', state: 'ok', finding: 'In 12 ms.' },
  {
    name: 'clock',
    title: 'Clocks',
    state: 'warning',
    finding: '40 s apart.',
    cause: 'No NTP.',
    fix: 'Set it.'
  },
  { name: 'user', title: 'Integration user', state: 'failed', finding: 'Nobody.', fix: 'Assign it.', link },
  { name: 'writer', title: 'Token of writers', state: 'unknown', finding: 'Not tested, because it writes.' },
  { name: 'store', title: 'Store', state: 'testing' }
];

const mount = async () => {
  const element = createElement('c-prerequisite-list', { is: PrerequisiteList });
  Object.assign(element, { checks });
  document.body.appendChild(element);
  await settle();
  return element;
};
const rowsOf = (element: Element) => [
  ...(element.shadowRoot?.querySelectorAll<HTMLElement>('[data-id="check"]') ?? [])
];

describe('c-prerequisite-list', () => {
  afterEach(() => document.body.replaceChildren());

  it('when prerequisites are shown, then each says its state in words, what was found, why, and what to do', async () => {
    const element = await mount();
    expect(rowsOf(element).map(textOf)).toEqual([
      'Sage answers In order In 12 ms.',
      'Clocks Needs attention 40 s apart. Why: No NTP. What to do: Set it.',
      'Integration user Failed Nobody. What to do: Assign it.',
      'Token of writers Not tested Not tested, because it writes.',
      'Store Testing…'
    ]);
    expect(await findAxeViolations(element)).toEqual([]);
  });

  it('when one can be mended somewhere, then a link leads there, and others have none', async () => {
    const element = await mount();
    const links = element.shadowRoot?.querySelectorAll<HTMLElement>('[data-id="link"]') ?? [];
    expect([...links].map(({ dataset }) => dataset.name)).toEqual(['user']);
    expect(links[0]).toMatchObject({ label: link.label });
    links[0]?.click();
  });
});
