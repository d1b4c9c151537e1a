import { LightningElement, api } from 'lwc';
import AGE_UNKNOWN from '@salesforce/label/c.Sage_Freshness_Unknown';
import CACHE from '@salesforce/label/c.Sage_Freshness_Cache';
import LIVE from '@salesforce/label/c.Sage_Freshness_Live';
import SALESFORCE from '@salesforce/label/c.Sage_Freshness_Salesforce';
import { formatMoment } from 'c/calendarDay';
import { fillIn } from 'c/labelText';
import { ageInWords, untilWordsChange } from './age';

/** Where figures come from: Sage now, the service's last good answer, or the fields saved on the record. */
export type FigureSource = 'live' | 'cache' | 'salesforce';

const LOOKS: Readonly<Record<FigureSource, { words: string; icon: string; variant: string }>> = {
  live: { words: LIVE, icon: 'utility:success', variant: 'success' },
  cache: { words: CACHE, icon: 'utility:clock', variant: 'warning' },
  salesforce: { words: SALESFORCE, icon: 'utility:database', variant: '' }
};

/** The longest time a browser's timer takes: more than 2^31 − 1 ms fires at once. */
const LONGEST_TIMER_MS = 2_147_483_647;

/** Says where figures come from and how old they are, and grows older by itself while it is on the page. */
export default class FreshnessBadge extends LightningElement {
  @api source: FigureSource = 'live';

  /** Shows the icon and the age alone; the rest stays for screen readers. */
  @api compact = false;

  private moment: string | undefined;
  private ageMs = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** The moment that the figures are of, ISO 8601; undefined where nobody knows. */
  @api
  get asOf(): string | undefined {
    return this.moment;
  }
  set asOf(moment: string | undefined) {
    this.moment = moment;
    if (this.isConnected) this.tick();
  }

  connectedCallback(): void {
    this.tick();
  }

  disconnectedCallback(): void {
    clearTimeout(this.timer);
  }

  get words(): string {
    return fillIn(LOOKS[this.source].words, this.age);
  }

  get age(): string {
    return this.moment === undefined ? AGE_UNKNOWN : ageInWords(this.ageMs);
  }

  get icon(): string {
    return LOOKS[this.source].icon;
  }

  get iconVariant(): string {
    return LOOKS[this.source].variant;
  }

  get title(): string {
    return this.moment === undefined ? AGE_UNKNOWN : formatMoment(this.moment);
  }

  /** Works the age out anew, and wakes again only when its words change. */
  private tick(): void {
    clearTimeout(this.timer);
    if (this.moment === undefined) return;
    // The clocks of server and browser differ; figures from the future are of now.
    this.ageMs = Math.max(0, Date.now() - Date.parse(this.moment));
    const delay = Math.min(untilWordsChange(this.ageMs), LONGEST_TIMER_MS);
    // eslint-disable-next-line @lwc/lwc/no-async-operation -- cleared when the badge leaves the page
    this.timer = setTimeout(() => this.tick(), delay);
  }
}
