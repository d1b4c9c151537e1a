import { LightningElement, api } from 'lwc';
import type { ChartBar } from './chartBars';
import { drawnBars } from './chartBars';
import type { DrawnBar } from './chartBars';
import { labels } from './chartWords';

export type { ChartBar } from './chartBars';

/** Draws records over time as stacked bars; the same figures stand in a table that opens by keyboard. */
export default class RunChart extends LightningElement {
  @api bars: readonly ChartBar[] = [];
  /** What the picture says, in one sentence: its text alternative. */
  @api summary = '';

  readonly labels = labels;

  get isEmpty(): boolean {
    return this.bars.every(({ created, updated, failed }) => created + updated + failed === 0);
  }

  get drawn(): readonly DrawnBar[] {
    return drawnBars(this.bars);
  }

  get rows(): readonly ChartBar[] {
    return this.bars.filter(({ created, updated, failed }) => created + updated + failed > 0);
  }

  get first(): string {
    return this.bars[0]?.name ?? '';
  }

  get last(): string {
    return this.bars.at(-1)?.name ?? '';
  }

  get most(): string {
    const highest = Math.max(...this.bars.map(({ created, updated, failed }) => created + updated + failed));
    return new Intl.NumberFormat(undefined).format(highest);
  }
}
