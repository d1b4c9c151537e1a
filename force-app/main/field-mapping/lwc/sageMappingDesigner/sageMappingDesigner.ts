import { LightningElement } from 'lwc';

/** Draws which field of Salesforce is which field of Sage, tries it on real records and publishes it. */
export default class SageMappingDesigner extends LightningElement {}
