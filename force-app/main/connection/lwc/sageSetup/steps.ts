import type { Check } from 'c/prerequisiteList';
import type { StepState } from 'c/setupStep';
import { accessChecks, companyCheck, connectChecks } from './ownChecks';
import type { Findings } from './findings';
import { serviceChecks } from './serviceChecks';
import type { TestedStep } from './serviceChecks';
import { untestedService } from './setupWords';

export type StepName = TestedStep | 'load';

/** One step of the assistant. */
export interface Step {
  readonly name: StepName;
  readonly state: StepState;
  readonly checks: readonly Check[];
}

/** The steps in their order, as far as they are known. */
export function stepsOf(findings: Findings, load: StepState): readonly Step[] {
  const { facts } = findings;
  return [
    step('connect', [...connectChecks(findings), ...fromService(findings, 'connect')]),
    step('sage', fromService(findings, 'sage')),
    step('salesforce', [...accessChecks(facts), ...fromService(findings, 'salesforce')]),
    step('company', [companyCheck(facts), ...fromService(findings, 'company')]),
    { name: 'load', state: load, checks: [] }
  ];
}

/** The first step that is not in order; undefined when all are. */
export function firstNotInOrder(steps: readonly Step[]): StepName | undefined {
  return steps.find(({ state }) => state !== 'ok')?.name;
}

/** The first step in which something failed. */
export function firstFailed(steps: readonly Step[]): StepName | undefined {
  return steps.find(({ state }) => state === 'failed')?.name;
}

/** The prerequisites that a person has to do something about. */
export function troubled(steps: readonly Step[]): readonly Check[] {
  return steps.flatMap(({ checks }) =>
    checks.filter(({ state }) => state === 'failed' || state === 'warning')
  );
}

function step(name: TestedStep, checks: readonly Check[]): Step {
  return { name, checks, state: worstOf(checks) };
}

/** What cannot be tested holds up nobody, unless nothing of the step could be. */
function worstOf(checks: readonly Check[]): StepState {
  const states = new Set(checks.map(({ state }) => state));
  if (states.has('failed')) return 'failed';
  if (states.has('testing')) return 'testing';
  if (states.has('warning')) return 'warning';
  return states.has('ok') ? 'ok' : 'unknown';
}

function fromService({ status }: Findings, name: TestedStep): readonly Check[] {
  switch (status.kind) {
    case 'answer':
      return serviceChecks(status.value, name);
    case 'waiting':
      return [{ ...untestedService, name: `${name}Service`, state: 'testing', finding: undefined }];
    default:
      return [{ ...untestedService, name: `${name}Service`, state: 'unknown' }];
  }
}
