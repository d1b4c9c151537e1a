import { createElement } from 'lwc';
import SageFigure from 'c/sageFigure';
import { findAxeViolations, find, textOf } from '../../../../shared/lwc/__tests__/support';

const mount = (properties: { amount?: string; text?: string; prominent?: boolean }) => {
  const element = createElement('c-sage-figure', { is: SageFigure });
  Object.assign(element, { label: 'Amount due', currency: 'USD', ...properties });
  document.body.appendChild(element);
  return element;
};

describe('c-sage-figure', () => {
  afterEach(() => document.body.replaceChildren());

  it('when the amount is known, then it is shown to the cent under its name', async () => {
    const element = mount({ amount: '5732.36', prominent: true });
    expect(textOf(find(element, 'dt'))).toBe('Amount due');
    expect(textOf(find(element, 'dd'))).toBe('$5,732.36');
    expect(find(element, 'dd').classList).toContain('slds-text-heading_large');
    expect(await findAxeViolations(element)).toEqual([]);
  });

  it('when the amount is nothing, then it is still an amount', () => {
    expect(textOf(find(mount({ amount: '0.00' }), 'dd'))).toBe('$0.00');
  });

  it('when the amount is not known, then a dash is seen and words are heard', async () => {
    const element = mount({});
    expect(textOf(find(element, '[aria-hidden="true"]'))).toBe('—');
    expect(textOf(find(element, '.slds-assistive-text'))).toBe('Not known');
    expect(await findAxeViolations(element)).toEqual([]);
  });

  it('when words stand for the amount, then they are shown', () => {
    expect(textOf(find(mount({ amount: '0.00', text: 'No limit' }), 'dd'))).toBe('No limit');
  });
});
