import { createElement } from 'lwc';
import SetupStep from 'c/setupStep';
import { findAxeViolations, settle, shown, textOf } from '../../../../shared/lwc/__tests__/support';

const mount = async (properties: Record<string, unknown>) => {
  const element = createElement('c-setup-step', { is: SetupStep });
  Object.assign(element, { heading: '1. Connect', hint: 'The service is reached.', ...properties });
  document.body.appendChild(element);
  await settle();
  return element;
};

describe('c-setup-step', () => {
  afterEach(() => document.body.replaceChildren());

  it.each([
    ['ok', 'In order'],
    ['warning', 'Needs attention'],
    ['failed', 'Something failed'],
    ['testing', 'Testing…'],
    ['unknown', 'Not tested'],
    ['todo', 'To do'],
    ['running', 'Under way']
  ])('when its state is %s, then a word says so', async (state, words) => {
    expect(textOf(shown(await mount({ state }), 'state'))).toBe(words);
  });

  it('when it is closed, then what is in it is hidden, and the heading says so', async () => {
    const element = await mount({ state: 'ok' });
    expect(shown(element, 'detail').className).toContain('slds-hide');
    expect(shown(element, 'toggle').getAttribute('aria-expanded')).toBe('false');
    expect(await findAxeViolations(element)).toEqual([]);
  });

  it('when its heading is pressed, then it asks to be opened', async () => {
    const element = await mount({ state: 'ok', open: true });
    const toggle = jest.fn();
    element.addEventListener('toggle', toggle);
    shown(element, 'toggle').click();
    expect(toggle).toHaveBeenCalledTimes(1);
    expect(shown(element, 'detail').className).not.toContain('slds-hide');
  });
});
