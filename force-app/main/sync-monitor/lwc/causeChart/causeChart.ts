import { LightningElement, api } from 'lwc';
import NONE from '@salesforce/label/c.Sage_Monitor_No_Failures';
import CAUSE from '@salesforce/label/c.Sage_Monitor_Cause';
import FAILURES from '@salesforce/label/c.Sage_Monitor_Failures';
import ALL from '@salesforce/label/c.Sage_Monitor_All_Failures';

/** Failures of one code that wait for a decision. */
export interface Cause {
  readonly code: string;
  readonly title: string;
  readonly count: number;
}

interface CauseRow extends Cause {
  readonly width: string;
  readonly words: string;
}

/** What `choose` carries: the code to look at, undefined for all. */
export interface CauseChoice {
  readonly code: string | undefined;
}

/** Failures by cause, as a table whose rows are bars. Fires `choose`. */
export default class CauseChart extends LightningElement {
  @api causes: readonly Cause[] = [];

  readonly labels = { all: ALL, cause: CAUSE, failures: FAILURES, none: NONE };

  get isEmpty(): boolean {
    return this.causes.length === 0;
  }

  get rows(): readonly CauseRow[] {
    const most = Math.max(...this.causes.map(({ count }) => count));
    return this.causes.map((cause) => ({
      ...cause,
      width: `${((cause.count / most) * 100).toFixed(1)}%`,
      words: `${cause.title} (${cause.code})`
    }));
  }

  handleChoose(event: Event): void {
    const { currentTarget } = event;
    const code = currentTarget instanceof HTMLElement ? currentTarget.dataset.code : undefined;
    this.dispatchEvent(new CustomEvent<CauseChoice>('choose', { detail: { code } }));
  }
}
