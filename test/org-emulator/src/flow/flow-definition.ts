import type { FlowElement } from './flow-element.ts';
import type { FlowChoice } from './resources/choices.ts';
import type { DynamicChoiceSet } from './resources/choice-sets.ts';
import type { FlowFormula } from './resources/formulas.ts';
import type { FlowConstant, FlowVariable, TextTemplate } from './resources/resources.ts';
import type { FlowStart } from './start/start-definition.ts';

/** A flow that has been read, found consistent, and can run. */
export interface FlowDefinition {
  readonly fullName: string;
  readonly label: string;
  readonly active: boolean;
  /** `AutoLaunchedFlow`, or `Flow` for screen flows. */
  readonly processType: string;
  /** Runs with all rights whoever starts it (run mode SystemMode…, or started by the platform). */
  readonly inSystemMode: boolean;
  readonly needsExplicitAccess: boolean;
  readonly interviewLabel: string | undefined;
  /** Place among the record-triggered flows of its object; those without come after 1000. */
  readonly triggerOrder: number | undefined;
  readonly start: FlowStart;
  readonly elements: ReadonlyMap<string, FlowElement>;
  readonly variables: ReadonlyMap<string, FlowVariable>;
  readonly constants: ReadonlyMap<string, FlowConstant>;
  readonly formulas: ReadonlyMap<string, FlowFormula>;
  readonly textTemplates: ReadonlyMap<string, TextTemplate>;
  readonly choices: ReadonlyMap<string, FlowChoice>;
  readonly choiceSets: ReadonlyMap<string, DynamicChoiceSet>;
}
