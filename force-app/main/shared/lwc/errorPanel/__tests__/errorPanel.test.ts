import { createElement } from 'lwc';
import ErrorPanel from 'c/errorPanel';
import type { Problem } from 'c/reduceErrors';
import { byId, find, findAxeViolations, shown, textOf } from '../../__tests__/support';

const PROBLEM: Problem = {
  code: 'LB301',
  title: 'Sage cannot be reached',
  detail: 'Sage company ABC cannot be reached.',
  action: 'Check that the Sage server is running.',
  retryable: true,
  requestId: 'r-1'
};

const mount = (problem: Problem | undefined) => {
  const element = createElement('c-error-panel', { is: ErrorPanel });
  element.problem = problem;
  document.body.appendChild(element);
  return element;
};

describe('c-error-panel', () => {
  afterEach(() => document.body.replaceChildren());

  it('when there is a problem, then it says what happened, what to do, and what support needs', async () => {
    const element = mount(PROBLEM);
    const text = textOf(find(element, '[role="alert"]'));
    expect(text).toContain('Sage cannot be reached Sage company ABC cannot be reached.');
    expect(text).toContain('What to do: Check that the Sage server is running.');
    expect(text).toContain('Code LB301 · Request r-1');
    expect(await findAxeViolations(element)).toEqual([]);
  });

  it('when it may succeed later, then it can be tried again', () => {
    const element = mount(PROBLEM);
    const onRetry = jest.fn();
    element.addEventListener('retry', onRetry);
    shown(element, 'retry').click();
    expect(onRetry).toHaveBeenCalledTimes(1);
  });

  it('when trying again is of no use, then it is not offered', () => {
    const element = mount({ ...PROBLEM, retryable: false, requestId: undefined });
    expect(byId(element, 'retry')).toBeUndefined();
    expect(textOf(element)).toMatch(/Code LB301$/);
  });

  it('when a text looks like HTML, then it stays a text', () => {
    const element = mount({ ...PROBLEM, detail: '<img src=x onerror=alert(1)>' });
    expect(element.shadowRoot?.querySelector('img')).toBeNull();
    expect(textOf(element)).toContain('<img src=x onerror=alert(1)>');
  });

  it('when there is no problem, then there is nothing', () => {
    expect(textOf(mount(undefined))).toBe('');
  });
});
