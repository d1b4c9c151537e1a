import { LightningElement, api } from 'lwc';
import NOT_KNOWN from '@salesforce/label/c.Sage_Figure_Not_Known';
import { formatMoney } from 'c/money';
import type { Money } from 'c/money';

/** One labelled amount. A dash, with words for screen readers, where the amount is not known. */
export default class SageFigure extends LightningElement {
  @api label = '';
  @api amount: Money | undefined;
  @api currency = '';
  /** Words instead of an amount, as "No limit". */
  @api text: string | undefined;
  /** The one figure that a reader looks for first. */
  @api prominent = false;

  readonly labels = { notKnown: NOT_KNOWN };

  get words(): string | undefined {
    return this.text ?? (this.amount === undefined ? undefined : formatMoney(this.amount, this.currency));
  }

  get valueClass(): string {
    return this.prominent ? 'value slds-text-heading_large' : 'value slds-text-heading_small';
  }
}
