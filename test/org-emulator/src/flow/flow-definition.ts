import type { FlowElement } from './flow-element.ts';
import type { FlowConstant, FlowVariable } from './resources.ts';

/** A flow that has been read, found consistent, and can run. */
export interface FlowDefinition {
  readonly fullName: string;
  readonly label: string;
  readonly active: boolean;
  readonly needsExplicitAccess: boolean;
  readonly firstElement: string | undefined;
  readonly elements: ReadonlyMap<string, FlowElement>;
  readonly variables: ReadonlyMap<string, FlowVariable>;
  readonly constants: ReadonlyMap<string, FlowConstant>;
}
