import { createElement } from 'lwc';
import FigureGroup from 'c/figureGroup';
import { find, findAxeViolations, textOf } from '../../../../shared/lwc/__tests__/support';

it('when figures are grouped, then the group has a name and says how old they are', async () => {
  const element = createElement('c-figure-group', { is: FigureGroup });
  Object.assign(element, { heading: 'Credit', source: 'cache', asOf: new Date().toISOString() });
  element.append('Content');
  document.body.appendChild(element);
  expect(textOf(find(element, 'h3'))).toBe('Credit');
  expect(find(element, '[role="group"]').getAttribute('aria-labelledby')).toBe(find(element, 'h3').id);
  expect(textOf(element)).toContain('Last known');
  expect(textOf(element)).toContain('Content');
  expect(await findAxeViolations(element)).toEqual([]);
  element.remove();
});
