import { LightningElement, api } from 'lwc';
import { CONFLICT_RULES, DIRECTIONS, forgetChoice } from 'c/mappingModel';
import type { Field, Hint, Line, Side, Transform, WhenEmpty } from 'c/mappingModel';
import {
  conflictOptions,
  directionOptions,
  hintInWords,
  labels,
  lineInWords,
  liveInWords,
  whenEmptyOptions
} from 'c/mappingWords';
import type { LiveResult } from './liveResult';

export type { LiveResult } from './liveResult';

interface FieldChip {
  readonly key: string;
  readonly name: string;
  readonly label: string;
  readonly remove: string;
}

/** Everything that one line says, with what becomes of the sample record. */
export default class MappingLinePanel extends LightningElement {
  @api line: Line | undefined;
  @api sage: readonly Field[] = [];
  @api salesforce: readonly Field[] = [];
  @api hints: readonly Hint[] = [];
  /** What the service says that becomes of the sample. */
  @api live: LiveResult | undefined;

  readonly labels = labels;
  readonly directions = directionOptions;
  readonly conflicts = conflictOptions;
  readonly whenEmptyChoices = whenEmptyOptions;

  get title(): string {
    return this.line === undefined ? '' : lineInWords(this.line, this.sage, this.salesforce);
  }

  get hasBothWays(): boolean {
    return this.line?.direction === 'both';
  }

  get goesToSalesforce(): boolean {
    return this.line !== undefined && this.line.direction !== 'to-sage';
  }

  get goesToSage(): boolean {
    return this.line !== undefined && this.line.direction !== 'to-salesforce';
  }

  get emptySalesforce(): WhenEmpty {
    return this.line?.whenEmpty.toSalesforce ?? { do: 'empty' };
  }

  get emptySage(): WhenEmpty {
    return this.line?.whenEmpty.toSage ?? { do: 'empty' };
  }

  get hasSalesforceDefault(): boolean {
    return this.emptySalesforce.do === 'default';
  }

  get hasSageDefault(): boolean {
    return this.emptySage.do === 'default';
  }

  get salesforceChips(): readonly FieldChip[] {
    return this.chipsOf('salesforce');
  }

  get sageChips(): readonly FieldChip[] {
    return this.chipsOf('sage');
  }

  get salesforceOptions(): readonly { label: string; value: string }[] {
    return this.optionsOf('salesforce');
  }

  get sageOptions(): readonly { label: string; value: string }[] {
    return this.optionsOf('sage');
  }

  get problems(): readonly { key: string; words: string }[] {
    return this.hints
      .filter(({ lineId }) => lineId === this.line?.id)
      .map((hint, index) => ({ key: String(index), words: hintInWords(hint) }));
  }

  get hasProblems(): boolean {
    return this.problems.length > 0;
  }

  get liveWords(): string {
    return liveInWords(this.live);
  }

  get liveSentence(): string | undefined {
    return this.live?.kind === 'result' ? this.live.sentence : undefined;
  }

  get isFault(): boolean {
    return this.live?.kind === 'fault' || (this.live?.kind === 'result' && this.live.isFault);
  }

  get hasCondition(): boolean {
    return this.line?.onlyIf !== undefined;
  }

  handleDirection(event: CustomEvent<{ value: string }>): void {
    const direction = DIRECTIONS.find((each) => each === event.detail.value);
    if (direction !== undefined) this.change({ direction });
  }

  handleConflict(event: CustomEvent<{ value: string }>): void {
    const conflict = CONFLICT_RULES.find((each) => each === event.detail.value);
    if (conflict !== undefined) this.change({ conflict });
  }

  handleTransforms(event: CustomEvent<{ transforms: readonly Transform[] }>): void {
    this.change({ transforms: event.detail.transforms });
  }

  handleWhenEmpty(event: CustomEvent<{ value: string }>): void {
    const what = (['empty', 'keep', 'default'] as const).find((each) => each === event.detail.value);
    if (what === undefined) return;
    this.changeWhenEmpty(event, what === 'default' ? { do: what, value: '' } : { do: what });
  }

  handleDefault(event: CustomEvent<{ value: string }>): void {
    this.changeWhenEmpty(event, { do: 'default', value: event.detail.value });
  }

  handleAddField(event: CustomEvent<{ value: string }>): void {
    const side = sideOf(event);
    const { value } = event.detail;
    if (this.line === undefined || value === '') return;
    this.change({ [side]: [...this.line[side], value] });
    forgetChoice(event);
  }

  handleRemoveField(event: Event): void {
    const side = sideOf(event);
    const { currentTarget } = event;
    const name = currentTarget instanceof HTMLElement ? currentTarget.dataset.name : undefined;
    if (this.line === undefined) return;
    this.change({ [side]: this.line[side].filter((each) => each !== name) });
  }

  handleRemove(): void {
    this.dispatchEvent(new CustomEvent('removeline', { detail: { id: this.line?.id } }));
  }

  handleClose(): void {
    this.dispatchEvent(new CustomEvent('close'));
  }

  private changeWhenEmpty(event: Event, what: WhenEmpty): void {
    if (this.line === undefined) return;
    const way = sideOf(event) === 'sage' ? 'toSage' : 'toSalesforce';
    this.change({ whenEmpty: { ...this.line.whenEmpty, [way]: what } });
  }

  private change(what: Partial<Line>): void {
    if (this.line === undefined) return;
    this.dispatchEvent(new CustomEvent('linechange', { detail: { line: { ...this.line, ...what } } }));
  }

  private chipsOf(side: Side): readonly FieldChip[] {
    return (this.line?.[side] ?? []).map((name, index) => ({
      key: `${index}-${name}`,
      name,
      label: this[side].find((field) => field.name === name)?.label ?? name,
      remove: `${labels.remove}: ${name}`
    }));
  }

  private optionsOf(side: Side): readonly { label: string; value: string }[] {
    const taken = this.line?.[side] ?? [];
    return this[side]
      .filter(({ name }) => !taken.includes(name))
      .map(({ name, label }) => ({ label: `${label} (${name})`, value: name }));
  }
}

function sideOf(event: Event): Side {
  const { currentTarget } = event;
  const side = currentTarget instanceof HTMLElement ? currentTarget.dataset.side : undefined;
  return side === 'sage' ? 'sage' : 'salesforce';
}
