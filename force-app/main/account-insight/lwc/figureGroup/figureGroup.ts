import { LightningElement, api } from 'lwc';
import type { FigureSource } from 'c/freshnessBadge';

/** A heading, the age of what stands below it, and the figures in its slot. */
export default class FigureGroup extends LightningElement {
  @api heading = '';
  @api source: FigureSource = 'live';
  @api asOf: string | undefined;
}
