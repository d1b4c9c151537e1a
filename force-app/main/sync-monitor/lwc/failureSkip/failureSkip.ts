import LightningModal from 'lightning/modal';
import { labels } from './skipWords';

/** Asks why a failure is given up. Closes with the reason, and with nothing when it was left. */
export default class FailureSkip extends LightningModal {
  readonly labels = labels;
  reason = '';
  isMissing = false;

  get invalid(): 'true' | 'false' {
    return this.isMissing ? 'true' : 'false';
  }

  get className(): string {
    return this.isMissing ? 'slds-form-element slds-has-error' : 'slds-form-element';
  }

  handleReason({ currentTarget }: Event): void {
    if (!(currentTarget instanceof HTMLTextAreaElement)) return;
    this.reason = currentTarget.value;
    this.isMissing = false;
  }

  handleCancel(): void {
    this.close();
  }

  handleSkip(): void {
    const reason = this.reason.trim();
    this.isMissing = reason === '';
    if (!this.isMissing) this.close(reason);
  }
}
