import { LightningElement, api } from 'lwc';
import AMOUNT from '@salesforce/label/c.Sage_Aging_Amount';
import CHOICE from '@salesforce/label/c.Sage_Aging_Choice';
import NO_INVOICES from '@salesforce/label/c.Sage_Aging_No_Open_Invoices';
import PERIOD from '@salesforce/label/c.Sage_Aging_Period';
import TOTAL from '@salesforce/label/c.Sage_Aging_Total';
import { formatMoney } from 'c/money';
import type { Money } from 'c/money';
import { agingCaption, agingChoice } from './agingWords';
import { agingRows } from './agingRows';
import type { AgingRow } from './agingRows';

/** One period. Without `fromDays` it is the current one; without both bounds its days are not known. */
export interface AgingBucket {
  readonly fromDays: number | undefined;
  readonly toDays: number | undefined;
  readonly amount: Money;
}

/**
 * One way of aging: `computed` from the open invoices at this moment, `stored` in Sage when aging was last run there,
 * `saved` on the record in Salesforce.
 */
export interface Aging {
  readonly kind: 'computed' | 'stored' | 'saved';
  /** The day, `YYYY-MM-DD`, that the amounts are of. */
  readonly day: string | undefined;
  readonly basis?: 'invoice-date' | 'due-date';
  readonly openInvoiceCount?: number;
  readonly buckets: readonly AgingBucket[];
  readonly total: Money;
}

/** Draws what is due by its age, as a table whose rows are bars; lets the reader choose between ways of aging. */
export default class AgingChart extends LightningElement {
  @api agings: readonly Aging[] = [];
  @api currency = '';

  readonly labels = { amount: AMOUNT, choice: CHOICE, noInvoices: NO_INVOICES, period: PERIOD, total: TOTAL };

  private chosen: string | undefined;

  get aging(): Aging | undefined {
    return this.agings.find(({ kind }) => kind === this.chosen) ?? this.agings[0];
  }

  get hasChoice(): boolean {
    return this.agings.length > 1;
  }

  get choices(): readonly { label: string; value: string }[] {
    return this.agings.map(({ kind }) => ({ label: agingChoice(kind), value: kind }));
  }

  get choice(): string | undefined {
    return this.aging?.kind;
  }

  get caption(): string {
    return this.aging === undefined ? '' : agingCaption(this.aging);
  }

  get isEmpty(): boolean {
    return this.aging?.openInvoiceCount === 0;
  }

  get rows(): readonly AgingRow[] {
    return this.aging === undefined ? [] : agingRows(this.aging, this.currency);
  }

  get total(): string {
    return this.aging === undefined ? '' : formatMoney(this.aging.total, this.currency);
  }

  handleChoice(event: CustomEvent<{ value: string }>): void {
    this.chosen = event.detail.value;
  }
}
