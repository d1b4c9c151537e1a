import { createElement } from 'lwc';
import ScheduleInput from 'c/scheduleInput';
import { byId, findAxeViolations, settle, shown, textOf } from '../../../../shared/lwc/__tests__/support';

const open = async (properties: Record<string, unknown>) => {
  const element = createElement('c-schedule-input', { is: ScheduleInput });
  Object.assign(element, { label: 'Look for changes', sageZone: 'UTC', ...properties });
  document.body.appendChild(element);
  await settle();
  return element;
};

const enter = async (element: Element, id: string, value: string) => {
  const input = shown(element, id);
  const told = jest.fn();
  Reflect.set(input, 'setCustomValidity', told);
  Reflect.set(input, 'reportValidity', jest.fn());
  input.dispatchEvent(new CustomEvent('change', { detail: { value } }));
  await settle();
  return (told.mock.calls as unknown[][])[0]?.[0];
};

describe('c-schedule-input', () => {
  afterEach(() => document.body.replaceChildren());

  it('when the schedule is a preset, then that one is chosen and no expression is shown', async () => {
    const element = await open({ value: { everySeconds: 60, cron: '' } });
    expect(shown(element, 'preset')).toHaveProperty('value', '60|');
    expect(byId(element, 'cron')).toBeUndefined();
    expect(byId(element, 'next')).toBeUndefined();
    expect(await findAxeViolations(element)).toEqual([]);
  });

  it('when a preset is chosen, then it is told, with its next moments', async () => {
    const element = await open({ kind: 'compare', value: { everySeconds: undefined, cron: '' } });
    const told: unknown[] = [];
    element.addEventListener('schedulechange', (event) =>
      told.push(event instanceof CustomEvent && event.detail)
    );
    await enter(element, 'preset', '|0 2 * * *');
    expect(told).toEqual([{ value: { everySeconds: undefined, cron: '0 2 * * *' } }]);
    expect(textOf(shown(element, 'next'))).toMatch(/^Next, in your time: /);
    expect(element.fault).toBe('');
  });

  it('when an expression of one’s own is written, then it is told in words, or what is wrong', async () => {
    const element = await open({ value: { everySeconds: 60, cron: '' } });
    await enter(element, 'preset', 'custom');
    expect(await enter(element, 'seconds', '3')).toBe('Give whole seconds from 5 to 86400.');
    expect(element.fault).toContain('from 5 to 86400');
    expect(await enter(element, 'seconds', '')).toBe('');
    expect(await enter(element, 'cron', '0 25 * * *')).toContain('25 is no hour');
    expect(element.fault).toContain('25 is no hour');
    expect(await enter(element, 'cron', '0 6')).toContain('Give five fields');
    expect(await enter(element, 'cron', '0 6 * * 1-5')).toBe('');
    expect(textOf(shown(element, 'words')).replaceAll('\u202f', ' ')).toBe('Monday – Friday at 6:00 AM');
    expect(element.value).toEqual({ everySeconds: undefined, cron: '0 6 * * 1-5' });
    expect(await findAxeViolations(element)).toEqual([]);
  });
});
