import { LightningElement, api } from 'lwc';
import ERROR from '@salesforce/label/c.Sage_Monitor_Attention_Error';
import WARNING from '@salesforce/label/c.Sage_Monitor_Attention_Warning';
import WELL from '@salesforce/label/c.Sage_Monitor_Attention_Well';

/** A page of the app, with its state in the address. */
export interface Place {
  readonly tab: string;
  readonly state?: Readonly<Record<string, string>>;
}

/** One thing that needs attention. */
export interface Concern {
  readonly key: string;
  readonly severity: 'error' | 'warning';
  /** What is wrong, in one sentence. */
  readonly words: string;
  /** Where it is looked at or mended, and what the link says. */
  readonly place: Place;
  readonly link: string;
}

interface ConcernRow extends Concern {
  readonly icon: string;
  readonly alternative: string;
}

/** What `open` carries. */
export interface OpenDetail {
  readonly place: Place;
}

/** What needs attention now, the worst first; says so when it is nothing. Fires `open`. */
export default class AttentionList extends LightningElement {
  @api concerns: readonly Concern[] = [];

  readonly labels = { well: WELL };

  get isWell(): boolean {
    return this.concerns.length === 0;
  }

  get rows(): readonly ConcernRow[] {
    return this.concerns.map((concern) => ({
      ...concern,
      icon: concern.severity === 'error' ? 'utility:error' : 'utility:warning',
      alternative: concern.severity === 'error' ? ERROR : WARNING
    }));
  }

  handleOpen(event: Event): void {
    const { currentTarget } = event;
    const key = currentTarget instanceof HTMLElement ? currentTarget.dataset.key : undefined;
    const concern = this.concerns.find((each) => each.key === key);
    if (concern === undefined) return;
    this.dispatchEvent(new CustomEvent<OpenDetail>('open', { detail: { place: concern.place } }));
  }
}
