import { LightningElement, api } from 'lwc';
import { drawOutages } from './drawOutages';
import type { DrawnOutage, Presence } from './drawOutages';
import { labels, outageInWords, presenceInWords, systemName } from './availabilityWords';

export type { Outage, Presence } from './drawOutages';
export { systemName } from './availabilityWords';

interface Strip {
  readonly system: string;
  readonly name: string;
  readonly words: string;
  readonly drawn: readonly DrawnOutage[];
  readonly outages: readonly { readonly key: string; readonly words: string }[];
  readonly isDown: boolean;
}

/** When each system could be reached, as a strip with its outages in words. */
export default class AvailabilityStrip extends LightningElement {
  @api presences: readonly Presence[] = [];
  /** The moment that they are of. */
  @api asOf = '';

  readonly labels = labels;

  get isEmpty(): boolean {
    return this.presences.length === 0;
  }

  get strips(): readonly Strip[] {
    return this.presences.map((presence) => ({
      system: presence.system,
      name: systemName(presence.system),
      words: presenceInWords(presence),
      drawn: drawOutages(presence, this.asOf),
      outages: presence.outages
        .map((outage) => ({ key: outage.from, words: outageInWords(outage) }))
        .reverse(),
      isDown: presence.outages.some(({ to }) => to === undefined)
    }));
  }
}
