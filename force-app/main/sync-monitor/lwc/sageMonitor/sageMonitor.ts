import { LightningElement } from 'lwc';

/** Runs over time, what waits, what is used of the day, and what needs attention now. */
export default class SageMonitor extends LightningElement {}
