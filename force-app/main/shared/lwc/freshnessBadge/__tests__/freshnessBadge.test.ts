import { createElement } from 'lwc';
import FreshnessBadge from 'c/freshnessBadge';
import type { FigureSource } from 'c/freshnessBadge';
import { find, findAxeViolations, settle, textOf } from '../../__tests__/support';
import { ageInWords, untilWordsChange } from '../age';

const NOW = Date.parse('2026-11-22T09:30:12Z');

const mount = (source: FigureSource, asOf: string | undefined, compact = false) => {
  const element = createElement('c-freshness-badge', { is: FreshnessBadge });
  Object.assign(element, { source, asOf, compact });
  document.body.appendChild(element);
  return element;
};

afterEach(() => document.body.replaceChildren());

describe('c-freshness-badge', () => {
  beforeEach(() => jest.useFakeTimers({ now: NOW }));
  afterEach(() => jest.useRealTimers());

  it.each([
    ['live', 'Live, 12 sec. ago', 'utility:success'],
    ['cache', 'Last known, 12 sec. ago', 'utility:clock'],
    ['salesforce', 'Saved, 12 sec. ago', 'utility:database']
  ] as const)(
    'when figures are from %s, then it says "%s" and shows an icon of its own',
    (source, words, icon) => {
      const element = mount(source, '2026-11-22T09:30:00Z');
      expect(textOf(element)).toBe(words);
      expect(find(element, 'lightning-icon')).toMatchObject({ iconName: icon });
      expect(find(element, '.badge').title).toMatch(/^Nov 22, 2026, 1:30:00\sAM$/);
    }
  );

  it('when time goes by, then it grows older, and it wakes only when the words change', async () => {
    const element = mount('live', '2026-11-22T09:29:14Z');
    jest.advanceTimersByTime(1_000);
    await settle();
    expect(textOf(element)).toBe('Live, 59 sec. ago');
    jest.advanceTimersByTime(1_000);
    await settle();
    expect(textOf(element)).toBe('Live, 1 min. ago');
    jest.advanceTimersByTime(59_999);
    await settle();
    expect(textOf(element)).toBe('Live, 1 min. ago');
    jest.advanceTimersByTime(1);
    await settle();
    expect(textOf(element)).toBe('Live, 2 min. ago');
  });

  it('when newer figures come, then it is young again, with one timer', async () => {
    const element = mount('live', '2026-11-22T08:00:00Z');
    expect(textOf(element)).toBe('Live, 1 hr. ago');
    element.asOf = '2026-11-22T09:30:12Z';
    await settle();
    expect(textOf(element)).toBe('Live, now');
    expect(jest.getTimerCount()).toBe(1);
  });

  it('when it leaves the page, then nothing wakes any more', () => {
    mount('live', '2026-11-22T09:30:00Z').remove();
    expect(jest.getTimerCount()).toBe(0);
  });

  it("when the server's clock is ahead, then the figures are of now", () => {
    expect(textOf(mount('live', '2026-11-22T09:35:00Z'))).toBe('Live, now');
  });

  it('when nobody knows the age, then it says so and never wakes', () => {
    expect(textOf(mount('salesforce', undefined))).toBe('Saved, age not known');
    expect(jest.getTimerCount()).toBe(0);
  });

  it('when it is compact, then the age is seen and the whole is heard', () => {
    const element = mount('live', '2026-11-22T09:30:00Z', true);
    expect(textOf(find(element, '[aria-hidden="true"]'))).toBe('12 sec. ago');
    expect(textOf(find(element, '.slds-assistive-text'))).toBe('Live, 12 sec. ago');
  });
});

it('when axe looks at it, then it finds nothing', async () => {
  mount('live', '2026-11-22T09:30:00Z');
  mount('salesforce', undefined, true);
  expect(await findAxeViolations(document.body)).toEqual([]);
});

describe('age', () => {
  const second = 1000;
  const day = 86_400 * second;

  it.each([
    [0, 'now', 1000],
    [3_700 * second, '1 hr. ago', 3_500 * second],
    [day, 'yesterday', day],
    [3 * day, '3 days ago', day],
    [61 * day, '2 mo. ago', 29 * day],
    [800 * day, '2 yr. ago', 295 * day]
  ])('when figures are %p ms old, then that is "%s" for another %p ms', (ageMs, words, wait) => {
    expect(ageInWords(ageMs, 'en-US')).toBe(words);
    expect(untilWordsChange(ageMs)).toBe(wait);
  });
});
