import { LightningElement, api } from 'lwc';
import STATE_FAILED from '@salesforce/label/c.Sage_Setup_Step_Failed';
import STATE_OK from '@salesforce/label/c.Sage_Setup_Step_Ok';
import STATE_RUNNING from '@salesforce/label/c.Sage_Setup_Step_Running';
import STATE_TESTING from '@salesforce/label/c.Sage_Setup_State_Testing';
import STATE_TODO from '@salesforce/label/c.Sage_Setup_Step_To_Do';
import STATE_UNKNOWN from '@salesforce/label/c.Sage_Setup_State_Unknown';
import STATE_WARNING from '@salesforce/label/c.Sage_Setup_Step_Warning';
import type { CheckState } from 'c/prerequisiteList';

/** How a step is: as the worst of its prerequisites, or how far what is done in it is. */
export type StepState = CheckState | 'todo' | 'running';

const LOOKS: Readonly<Record<StepState, { icon: string; variant: string; words: string }>> = {
  testing: { icon: 'utility:spinner', variant: '', words: STATE_TESTING },
  ok: { icon: 'utility:success', variant: 'success', words: STATE_OK },
  warning: { icon: 'utility:warning', variant: 'warning', words: STATE_WARNING },
  failed: { icon: 'utility:error', variant: 'error', words: STATE_FAILED },
  unknown: { icon: 'utility:question', variant: '', words: STATE_UNKNOWN },
  todo: { icon: 'utility:routing_offline', variant: '', words: STATE_TODO },
  running: { icon: 'utility:sync', variant: '', words: STATE_RUNNING }
};

/** One step of the set-up: its heading with its state, which opens and closes what is in the slot. Fires `toggle`. */
export default class SetupStep extends LightningElement {
  @api heading = '';
  @api hint = '';
  @api state: StepState = 'testing';
  @api open = false;

  get look(): { icon: string; variant: string; words: string } {
    return LOOKS[this.state];
  }

  get expanded(): 'true' | 'false' {
    return this.open ? 'true' : 'false';
  }

  get chevron(): string {
    return this.open ? 'utility:chevrondown' : 'utility:chevronright';
  }

  get detailClass(): string {
    return `slds-setup-assistant__step-detail slds-m-top_small${this.open ? '' : ' slds-hide'}`;
  }

  handleToggle(): void {
    this.dispatchEvent(new CustomEvent('toggle'));
  }
}
