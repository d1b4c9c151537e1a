import { actionCalls } from './elements/action-calls.ts';
import { assignments } from './elements/assignments.ts';
import { collectionProcessors } from './elements/collection-processors.ts';
import { customErrors } from './elements/custom-errors.ts';
import { decisions } from './elements/decisions.ts';
import { loops } from './elements/loops.ts';
import { recordCreates } from './elements/record-creates.ts';
import { recordDeletes } from './elements/record-deletes.ts';
import { recordLookups } from './elements/record-lookups.ts';
import { recordRollbacks } from './elements/record-rollbacks.ts';
import { recordUpdates } from './elements/record-updates.ts';
import { screens } from './elements/screens.ts';
import { subflows } from './elements/subflows.ts';
import { transforms } from './elements/transforms.ts';
import { waits } from './elements/waits.ts';
import type { FlowElementKind } from './flow-element.ts';

/** Every kind of element the local org runs. A new kind joins by a file in `elements/` and a line here. */
export const elementKinds: readonly FlowElementKind[] = [
  actionCalls,
  assignments,
  collectionProcessors,
  customErrors,
  decisions,
  loops,
  recordCreates,
  recordDeletes,
  recordLookups,
  recordRollbacks,
  recordUpdates,
  screens,
  subflows,
  transforms,
  waits
];
