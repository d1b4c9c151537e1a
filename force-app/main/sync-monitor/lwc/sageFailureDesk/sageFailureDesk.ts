import { LightningElement } from 'lwc';

/** What could not be brought to the other side: cause, fix, edit, replay and skip. */
export default class SageFailureDesk extends LightningElement {}
