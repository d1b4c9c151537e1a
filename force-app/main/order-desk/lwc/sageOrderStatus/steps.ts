import STEP_ASKED from '@salesforce/label/c.Sage_Order_Step_Asked';
import STEP_IN_SAGE from '@salesforce/label/c.Sage_Order_Step_In_Sage';
import STEP_WON from '@salesforce/label/c.Sage_Order_Step_Won';
import STEP_ACTIVATED from '@salesforce/label/c.Sage_Order_Step_Activated';
import type { OrderState } from './orderState';

/** One step of the way from the deal to Sage. */
export interface Step {
  readonly value: string;
  readonly label: string;
}

/** How far the way is gone: the step that it is at, none before it began, and whether it failed there. */
export interface Progress {
  readonly steps: readonly Step[];
  readonly current: string;
  readonly hasError: boolean;
}

/** The way of this record, for the progress indicator; undefined where nothing is known of it. */
export function progressOf(state: OrderState, objectApiName: string | undefined): Progress | undefined {
  if (state.kind === 'loading' || state.kind === 'hidden') return undefined;
  const steps = [
    { value: 'deal', label: objectApiName === 'Order' ? STEP_ACTIVATED : STEP_WON },
    { value: 'asked', label: STEP_ASKED },
    { value: 'sage', label: STEP_IN_SAGE }
  ];
  const reached = { none: '', requested: 'asked', failed: 'asked', done: 'sage' } as const;
  return { steps, current: reached[state.kind], hasError: state.kind === 'failed' };
}
