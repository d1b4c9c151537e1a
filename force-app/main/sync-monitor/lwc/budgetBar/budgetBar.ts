import { LightningElement, api } from 'lwc';
import { budgetWords, labels } from './budgetWords';

/** Requests to Salesforce in 24 hours. */
export interface Budget {
  readonly used: number;
  readonly limit: number;
  /** Kept for people. */
  readonly reserve: number;
  /** While it is set, requests that can wait are held back. */
  readonly heldUntil: string | undefined;
  /** Where they will stand at the end of the day; undefined while too little was seen. */
  readonly forecast:
    { readonly at: string; readonly used: number; readonly usedUpAt: string | undefined } | undefined;
}

/** Used, kept for people and expected, as a bar with the same figures in words. */
export default class BudgetBar extends LightningElement {
  @api budget: Budget | undefined;

  readonly labels = labels;

  get words(): readonly string[] {
    return this.budget === undefined ? [] : budgetWords(this.budget);
  }

  get used(): string {
    return this.percent(this.budget?.used ?? 0);
  }

  get expected(): string {
    return this.percent(this.budget?.forecast?.used ?? 0);
  }

  get reserve(): string {
    return this.percent(this.budget?.reserve ?? 0);
  }

  get reserveFrom(): string {
    return this.percent((this.budget?.limit ?? 0) - (this.budget?.reserve ?? 0));
  }

  private percent(requests: number): string {
    const limit = Math.max(1, this.budget?.limit ?? 1);
    return `${(Math.min(1, requests / limit) * 100).toFixed(1)}%`;
  }
}
