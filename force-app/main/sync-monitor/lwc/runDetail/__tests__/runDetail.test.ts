import { createElement } from 'lwc';
import { graphql } from 'lightning/graphql';
import RunDetail, { readRunReport } from 'c/runDetail';
import {
  byId,
  find,
  findAxeViolations,
  settle,
  shown,
  textOf
} from '../../../../shared/lwc/__tests__/support';
import { RUN } from '../../sageMonitor/__tests__/fixtures';

const storyWire = graphql as unknown as {
  emit(value: unknown): void;
  emitErrors(errors: readonly { readonly message: string }[]): void;
  getLastConfig(): unknown;
};
const story = (value: string) => ({
  uiapi: { query: { Sync_Log__c: { edges: [{ node: { Id: 'a01', Story__c: { value } } }] } } }
});

const mount = (run: object = RUN) => {
  const element = createElement('c-run-detail', { is: RunDetail });
  element.run = readRunReport(JSON.stringify(run));
  document.body.appendChild(element);
  return element;
};

describe('c-run-detail', () => {
  afterEach(() => document.body.replaceChildren());

  it('when a run is given, then its facts, counts, causes and story are shown', async () => {
    const element = mount();
    storyWire.emit(story('Customers: what changed.\nMapping: version 4.'));
    await settle();
    expect(storyWire.getLastConfig()).toMatchObject({ variables: { runKey: 'run:Account-customer:17:%' } });
    const facts = textOf(shown(element, 'facts'));
    expect(facts).toContain('State Failed Why LB420 Sage refused it. What was read What changed');
    expect(facts).toContain('Mapping version 4');
    expect(facts).toContain('Sage was read up to 2026-11-22 10:00');
    expect(textOf(shown(element, 'counts'))).toContain('Updated 40');
    expect(textOf(shown(element, 'story'))).toBe('Customers: what changed. Mapping: version 4.');
    const chosen = jest.fn();
    element.addEventListener('choose', (event) => {
      chosen((event as CustomEvent).detail);
    });
    find(element, '[data-code="LB420"]').click();
    expect(chosen).toHaveBeenCalledWith({ code: 'LB420' });
    expect(await findAxeViolations(element)).toEqual([]);
  });

  it('when it goes on, by the mapping of the package, then it says so and has no story', async () => {
    const element = mount({
      ...RUN,
      ...{ state: 'running', mappingVersion: null, finishedAt: null, reason: null, causes: {} }
    });
    storyWire.emitErrors([{ message: 'away' }]);
    await settle();
    const facts = textOf(shown(element, 'facts'));
    expect(facts).toContain('Finished Not yet Mapping version The one that comes with the package');
    expect(facts).not.toContain('Why');
    expect(byId(element, 'no-story')).toBeDefined();
    expect(byId(element, 'causes')).toBeUndefined();
  });

  it('when the causes are not what was agreed, then it is refused', () => {
    expect(() => readRunReport(JSON.stringify({ ...RUN, causes: null }))).toThrow('answer.causes');
    expect(() => readRunReport(JSON.stringify({ ...RUN, causes: { LB1: '2' } }))).toThrow(
      'answer.causes.LB1'
    );
  });
});
