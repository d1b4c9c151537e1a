import { LightningElement, api } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';
import type { PageReference } from 'lightning/navigation';
import CAUSE from '@salesforce/label/c.Sage_Setup_Cause';
import FIX from '@salesforce/label/c.Sage_Setup_Fix';
import STATE_FAILED from '@salesforce/label/c.Sage_Setup_State_Failed';
import STATE_OK from '@salesforce/label/c.Sage_Setup_State_Ok';
import STATE_TESTING from '@salesforce/label/c.Sage_Setup_State_Testing';
import STATE_UNKNOWN from '@salesforce/label/c.Sage_Setup_State_Unknown';
import STATE_WARNING from '@salesforce/label/c.Sage_Setup_State_Warning';

/** How a prerequisite is; `unknown` where it cannot be tested, which its finding explains. */
export type CheckState = 'testing' | 'ok' | 'warning' | 'failed' | 'unknown';

/** One prerequisite, in words. */
export interface Check {
  readonly name: string;
  readonly title: string;
  readonly state: CheckState;
  readonly finding?: string | undefined;
  readonly cause?: string | undefined;
  readonly fix?: string | undefined;
  /** Where it is mended. */
  readonly link?: { readonly label: string; readonly page: PageReference } | undefined;
}

interface CheckRow extends Check {
  readonly icon: string;
  readonly iconVariant: string;
  readonly stateWords: string;
  readonly stateClass: string;
}

const LOOKS: Readonly<Record<CheckState, { icon: string; iconVariant: string; stateWords: string }>> = {
  testing: { icon: 'utility:spinner', iconVariant: '', stateWords: STATE_TESTING },
  ok: { icon: 'utility:success', iconVariant: 'success', stateWords: STATE_OK },
  warning: { icon: 'utility:warning', iconVariant: 'warning', stateWords: STATE_WARNING },
  failed: { icon: 'utility:error', iconVariant: 'error', stateWords: STATE_FAILED },
  unknown: { icon: 'utility:question', iconVariant: '', stateWords: STATE_UNKNOWN }
};

/** Prerequisites, each with its state in a word and a sign, what was found, why, what to do, and a way to where it is done. */
export default class PrerequisiteList extends NavigationMixin(LightningElement) {
  @api checks: readonly Check[] = [];

  readonly labels = { cause: CAUSE, fix: FIX };

  get rows(): readonly CheckRow[] {
    return this.checks.map((check) => ({
      ...check,
      ...LOOKS[check.state],
      stateClass: `state state_${check.state}`
    }));
  }

  handleLink(event: Event): void {
    const { currentTarget } = event;
    const name = currentTarget instanceof HTMLElement ? currentTarget.dataset.name : undefined;
    const link = this.checks.find((check) => check.name === name)?.link;
    if (link !== undefined) this[NavigationMixin.Navigate](link.page);
  }
}
