import { LightningElement } from 'lwc';

/** The object pairs that are kept in step: switches, schedules, runs and their progress. */
export default class SageObjects extends LightningElement {}
