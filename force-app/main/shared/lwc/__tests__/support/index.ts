/** What the tests of the Lightning web components share. */
import axe from 'axe-core';

/** Lets everything that is waiting in microtasks happen: renders, promises, and what follows from them. */
export function settle(): Promise<void> {
  const turns = Array.from({ length: 30 });
  return turns.reduce<Promise<void>>((before) => before.then(() => undefined), Promise.resolve());
}

/** The element that carries this `data-id`, inside the component. Undefined when it is not shown. */
export function byId(host: Element, id: string): HTMLElement | undefined {
  return host.shadowRoot?.querySelector<HTMLElement>(`[data-id="${id}"]`) ?? undefined;
}

/** As `byId`, for an element that must be there. */
export function shown(host: Element, id: string): HTMLElement {
  const element = byId(host, id);
  if (element === undefined) throw new Error(`Nothing with data-id="${id}" is shown`);
  return element;
}

/** The first element of a kind inside the component, which must be there. */
export function find(host: Element | undefined, selector: string): HTMLElement {
  const element = host?.shadowRoot?.querySelector<HTMLElement>(selector);
  if (!element) throw new Error(`No ${selector} is shown`);
  return element;
}

/** What a reader sees or hears: the text of the component and of the components in it, in order. */
export function textOf(node: Node | undefined): string {
  return collectText(node).replace(/\s+/g, ' ').trim();
}

function collectText(node: Node | undefined): string {
  if (node === undefined) return '';
  if (node.nodeType === Node.TEXT_NODE) return `${node.textContent ?? ''} `;
  if (node instanceof HTMLSlotElement) return node.assignedNodes().map(collectText).join('');
  const inside = node instanceof Element && node.shadowRoot ? node.shadowRoot : node;
  return [...inside.childNodes].map(collectText).join('');
}

/** What axe finds wrong with the page, as `rule: elements`. Contrast needs a real browser; a component is no page. */
export async function findAxeViolations(host: Element): Promise<string[]> {
  const { violations } = await axe.run(host, {
    preload: false,
    resultTypes: ['violations'],
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } }
  });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}
