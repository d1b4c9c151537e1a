import { createElement } from 'lwc';
import FailureSkip from 'c/failureSkip';
import { byId, settle, shown } from '../../../../shared/lwc/__tests__/support';
import { closed } from '../../syncObjectModel/__tests__/data/modal';

jest.mock('lightning/modal', () => jest.requireActual<object>('../../syncObjectModel/__tests__/data/modal'), {
  virtual: true
});

describe('c-failure-skip', () => {
  afterEach(() => document.body.replaceChildren());

  it('when no reason is given, then it stays; with one, then it closes with it', async () => {
    const element = createElement('c-failure-skip', { is: FailureSkip });
    document.body.appendChild(element);
    shown(element, 'skip').click();
    await settle();
    expect(byId(element, 'missing')).toBeDefined();
    const reason = shown(element, 'reason') as HTMLTextAreaElement;
    expect(reason.getAttribute('aria-invalid')).toBe('true');
    reason.value = '  Entered by hand. ';
    reason.dispatchEvent(new CustomEvent('input'));
    await settle();
    expect(byId(element, 'missing')).toBeUndefined();
    shown(element, 'skip').click();
    expect(closed).toHaveBeenCalledWith('Entered by hand.');
  });
});
