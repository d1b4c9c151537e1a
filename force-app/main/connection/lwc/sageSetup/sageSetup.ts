import { LightningElement } from 'lwc';

/** Connects Salesforce with Sage 100, step by step, and tests each prerequisite. */
export default class SageSetup extends LightningElement {}
