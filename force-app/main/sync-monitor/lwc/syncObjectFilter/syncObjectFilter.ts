import { LightningElement, api } from 'lwc';
import FILTER_ADD from '@salesforce/label/c.Sage_Objects_Filter_Add';
import FILTER_EVERY from '@salesforce/label/c.Sage_Objects_Filter_Every';
import FILTER_FAULT from '@salesforce/label/c.Sage_Objects_Filter_Fault';
import FILTER_FIELD from '@salesforce/label/c.Sage_Objects_Filter_Field';
import FILTER_JSON from '@salesforce/label/c.Sage_Objects_Filter_Json';
import FILTER_REMOVE from '@salesforce/label/c.Sage_Objects_Filter_Remove';
import FILTER_TEST from '@salesforce/label/c.Sage_Objects_Filter_Test';
import FILTER_VALUE from '@salesforce/label/c.Sage_Objects_Filter_Value';
import FILTER_VALUES from '@salesforce/label/c.Sage_Objects_Filter_Values';
import UNREADABLE_FILTER from '@salesforce/label/c.Sage_Objects_Unreadable_Filter';
import { fillIn } from 'c/labelText';
import { filterInWords, needsValue, readFilter, tests, testWords, writeFilter } from 'c/syncObjectModel';
import type { Condition, Test } from 'c/syncObjectModel';

/** A condition as its line shows it. */
interface Line {
  readonly key: string;
  readonly index: number;
  readonly field: string;
  readonly is: Test;
  readonly value: string;
  readonly hasValue: boolean;
  readonly valueLabel: string;
  readonly removeLabel: string;
}

/** The conditions that a record must meet on one side: a line each. Fires `filterchange`. */
export default class SyncObjectFilter extends LightningElement {
  @api label = '';
  /** What a field is called on this side. */
  @api fieldHelp = '';

  readonly labels = {
    ...{ add: FILTER_ADD, every: FILTER_EVERY, field: FILTER_FIELD, json: FILTER_JSON, test: FILTER_TEST },
    unreadable: UNREADABLE_FILTER
  };
  readonly testOptions = tests.map((value) => ({ value, label: fillIn(testWords[value], '', '').trim() }));

  private text = '';
  /** Undefined while the text is no filter. */
  private conditions: readonly Condition[] | undefined = [];

  /** The filter as JSON; empty for every record. */
  @api
  get value(): string {
    return this.text;
  }
  set value(text: string) {
    if (text === this.text) return;
    this.text = text;
    this.conditions = readFilter(text);
  }

  /** What is wrong; empty where nothing is. */
  @api
  get fault(): string {
    if (this.conditions === undefined) return UNREADABLE_FILTER;
    const isHalf = this.conditions.some(
      ({ field, is, values }) => field === '' || (needsValue(is) && values.length === 0)
    );
    return isHalf ? FILTER_FAULT : '';
  }

  get isReadable(): boolean {
    return this.conditions !== undefined;
  }

  get isEmpty(): boolean {
    return this.conditions?.length === 0;
  }

  get words(): string {
    return this.fault === '' ? filterInWords(this.text) : '';
  }

  get lines(): readonly Line[] {
    return (this.conditions ?? []).map(({ field, is, values }, index) => ({
      ...{ key: `line-${index}`, index, field, is, hasValue: needsValue(is) },
      value: values.join(', '),
      valueLabel: is === 'one-of' ? FILTER_VALUES : FILTER_VALUE,
      removeLabel: fillIn(FILTER_REMOVE, `${index + 1}`)
    }));
  }

  handleText(event: CustomEvent<{ value: string }>): void {
    this.text = event.detail.value;
    this.conditions = readFilter(this.text);
    this.tell();
  }

  handleAdd(): void {
    this.take([...(this.conditions ?? []), { field: '', is: 'equal', values: [] }]);
  }

  handleRemove(event: Event): void {
    const index = indexOf(event);
    this.take((this.conditions ?? []).filter((_, each) => each !== index));
  }

  handleField(event: CustomEvent<{ value: string }>): void {
    this.change(event, { field: event.detail.value.trim() });
  }

  handleTest(event: CustomEvent<{ value: string }>): void {
    const is = tests.find((each) => each === event.detail.value) ?? 'equal';
    this.change(event, needsValue(is) ? { is } : { is, values: [] });
  }

  handleValue(event: CustomEvent<{ value: string }>): void {
    const text = event.detail.value.trim();
    const isSeveral = this.conditions?.[indexOf(event)]?.is === 'one-of';
    const values = (isSeveral ? text.split(',') : [text]).map((each) => each.trim());
    this.change(event, { values: values.filter((each) => each !== '') });
  }

  private change(event: Event, change: Partial<Condition>): void {
    const index = indexOf(event);
    this.take((this.conditions ?? []).map((each, at) => (at === index ? { ...each, ...change } : each)));
  }

  private take(conditions: readonly Condition[]): void {
    this.conditions = conditions;
    this.text = writeFilter(conditions);
    this.tell();
  }

  private tell(): void {
    this.dispatchEvent(new CustomEvent('filterchange', { detail: { value: this.text } }));
  }
}

function indexOf({ currentTarget }: Event): number {
  return currentTarget instanceof HTMLElement ? Number(currentTarget.dataset.index) : Number.NaN;
}
