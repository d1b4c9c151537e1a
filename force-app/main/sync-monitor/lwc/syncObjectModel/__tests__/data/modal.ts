import { LightningElement } from 'lwc';

/** What dialogs were closed with. */
export const closed = jest.fn();

/** In the place of `lightning/modal`, which sfdx-lwc-jest does not have. */
export default class Modal extends LightningElement {
  static open = jest.fn();
  label = 'Title of the dialog';

  close(result?: unknown): void {
    closed(result);
  }
}
