import { LightningElement, api } from 'lwc';
import ACTION_HEADING from '@salesforce/label/c.Sage_Error_What_To_Do';
import CODE_LINE from '@salesforce/label/c.Sage_Error_Code';
import CODE_AND_REQUEST_LINE from '@salesforce/label/c.Sage_Error_Code_And_Request';
import ERROR from '@salesforce/label/c.Sage_Error_Icon';
import RETRY from '@salesforce/label/c.Sage_Error_Retry';
import { fillIn } from 'c/labelText';
import type { Problem } from 'c/reduceErrors';

/** Shows one problem: what happened, what to do, and what support needs to find it. Fires `retry`. */
export default class ErrorPanel extends LightningElement {
  @api problem: Problem | undefined;

  readonly labels = { actionHeading: ACTION_HEADING, error: ERROR, retry: RETRY };

  get details(): string {
    const { code = '', requestId } = this.problem ?? {};
    return requestId === undefined ? fillIn(CODE_LINE, code) : fillIn(CODE_AND_REQUEST_LINE, code, requestId);
  }

  handleRetry(): void {
    this.dispatchEvent(new CustomEvent('retry'));
  }
}
