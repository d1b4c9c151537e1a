import { LightningElement, api } from 'lwc';
import { MOST_PAIRS, readPastedPairs, withPasted } from 'c/mappingModel';
import type { ValuePair } from 'c/mappingModel';
import { labels, pastedInWords } from 'c/mappingWords';

interface Row extends ValuePair {
  readonly index: number;
  readonly isPreferred: boolean;
}

/** The pairs of a value map. Rows copied from a spreadsheet can be pasted into the table or the field below it. */
export default class MappingValueTable extends LightningElement {
  @api pairs: readonly ValuePair[] = [];

  readonly labels = labels;
  announcement = '';

  get rows(): readonly Row[] {
    return this.pairs.map((pair, index) => ({ ...pair, index, isPreferred: pair.preferred === true }));
  }

  get isFull(): boolean {
    return this.pairs.length >= MOST_PAIRS;
  }

  handleText(event: CustomEvent<{ value: string }>): void {
    const { index, name } = placeOf(event);
    this.change(
      this.pairs.map((pair, at) => (at === index ? { ...pair, [name]: event.detail.value } : pair))
    );
  }

  handlePreferred(event: CustomEvent<{ checked: boolean }>): void {
    const { index } = placeOf(event);
    this.change(
      this.pairs.map((pair, at) => {
        const { sage, salesforce } = pair;
        if (at !== index) return pair;
        return event.detail.checked ? { sage, salesforce, preferred: true } : { sage, salesforce };
      })
    );
  }

  handleAdd(): void {
    this.change([...this.pairs, { sage: '', salesforce: '' }]);
  }

  handleRemove(event: Event): void {
    const { index } = placeOf(event);
    this.change(this.pairs.filter((_, at) => at !== index));
  }

  handlePaste(event: ClipboardEvent): void {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    // A single cell is pasted where the cursor is.
    if (!/[\t\n]/.test(text.trim())) return;
    event.preventDefault();
    const { pairs, refused } = readPastedPairs(text);
    this.announcement = pastedInWords(pairs.length, refused);
    if (pairs.length > 0) this.change(withPasted(this.pairs, pairs));
  }

  /** Not named change: that of the fields inside comes out of this component as well. */
  private change(pairs: readonly ValuePair[]): void {
    this.dispatchEvent(new CustomEvent('pairschange', { detail: { pairs } }));
  }
}

function placeOf(event: Event): { readonly index: number; readonly name: string } {
  const { currentTarget } = event;
  const data = currentTarget instanceof HTMLElement ? currentTarget.dataset : {};
  return { index: Number(data.index ?? -1), name: data.name ?? '' };
}
