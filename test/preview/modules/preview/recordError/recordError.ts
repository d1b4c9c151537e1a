import { LightningElement, api } from 'lwc';
import { listUrl } from 'preview/router';

/** The page shown instead of a record: what is wrong, in the org's words, and a way back. */
export default class RecordError extends LightningElement {
  @api title = '';
  @api message = '';

  readonly accountsUrl = listUrl('Account');
}
