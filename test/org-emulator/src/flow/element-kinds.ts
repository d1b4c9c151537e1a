import { actionCalls } from './elements/action-calls.ts';
import { assignments } from './elements/assignments.ts';
import { decisions } from './elements/decisions.ts';
import { recordLookups } from './elements/record-lookups.ts';
import type { FlowElementKind } from './flow-element.ts';

/** Every kind of element the local org runs. A new kind joins by a file in `elements/` and a line here. */
export const elementKinds: readonly FlowElementKind[] = [actionCalls, assignments, decisions, recordLookups];
