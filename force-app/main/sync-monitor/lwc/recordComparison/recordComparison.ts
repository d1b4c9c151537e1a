import { LightningElement, api } from 'lwc';
import { fillIn } from 'c/labelText';
import { reduceErrors } from 'c/reduceErrors';
import type { Problem } from 'c/reduceErrors';
import { ask } from 'c/sageOperation';
import type { Asked, Transport } from 'c/sageOperation';
import { readComparison } from './comparison';
import type { ComparedField, ComparedValue, Comparison } from './comparison';
import { labels, outcomeInWords, ruleInWords } from './comparisonWords';

const FLOW = 'Sage_Get_Record_Comparison';

interface FieldRow {
  readonly id: string;
  readonly name: string;
  readonly inSage: string;
  readonly agreed: string;
  readonly inSalesforce: string;
  readonly words: string;
  readonly icon: string;
  readonly rule: string | undefined;
  readonly sentence: string;
}

/** One record in both systems: what each has, what they last agreed on, and what the mapping in force would do. */
export default class RecordComparison extends LightningElement {
  /** Object pair, as `Account-customer`. */
  @api pair: string | undefined;
  @api sageKey: string | undefined;
  @api salesforceId: string | undefined;

  readonly labels = labels;
  comparison: Comparison | undefined;
  problem: Problem | undefined;
  isAsking = false;
  isAllShown = false;

  private hasAsked = false;

  renderedCallback(): void {
    if (this.hasAsked) return;
    this.hasAsked = true;
    this.refresh();
  }

  disconnectedCallback(): void {
    this.hasAsked = false;
  }

  get rows(): readonly FieldRow[] {
    const fields = this.comparison?.fields ?? [];
    return fields.filter(({ outcome }) => this.isAllShown || outcome !== 'equal').map(rowOf);
  }

  get hasRows(): boolean {
    return this.rows.length > 0;
  }

  get isInStep(): boolean {
    const { comparison } = this;
    return comparison !== undefined && comparison.fields.length > 0 && !this.hasRows;
  }

  get isAbsent(): boolean {
    return this.comparison?.outcome === 'absent';
  }

  get isMissingInSage(): boolean {
    return this.comparison !== undefined && !this.isAbsent && !this.comparison.inSage;
  }

  get isMissingInSalesforce(): boolean {
    return this.comparison !== undefined && !this.isAbsent && !this.comparison.inSalesforce;
  }

  /** In milliseconds, the form that the relative time takes. */
  get agreedAt(): number | undefined {
    const at = this.comparison?.agreedAt;
    return at === undefined ? undefined : Date.parse(at);
  }

  get verdict(): string | undefined {
    const { comparison } = this;
    if (comparison === undefined || comparison.outcome === 'absent') return undefined;
    const words = { passes: labels.passes, fails: labels.fails, 'left-out': labels.leftOut };
    return fillIn(words[comparison.outcome], String(comparison.mappingVersion));
  }

  get faults(): readonly { readonly key: string; readonly code: string; readonly text: string }[] {
    return (this.comparison?.faults ?? []).map((fault, index) => ({ ...fault, key: String(index) }));
  }

  handleAll({ currentTarget }: Event): void {
    if (currentTarget instanceof HTMLInputElement) this.isAllShown = currentTarget.checked;
  }

  handleRefresh(): void {
    this.refresh();
  }

  private refresh(): void {
    this.isAsking = true;
    // In a microtask: this component is rendered before the transport in it is connected.
    Promise.resolve()
      .then(() => this.ask())
      .then((asked) => this.take(asked))
      .catch((error: unknown) => (this.problem = reduceErrors(error)))
      .finally(() => (this.isAsking = false));
  }

  private ask(): Promise<Asked<Comparison>> {
    const transport: unknown = this.refs?.transport;
    if (!isTransport(transport)) throw new Error('The transport is not on the page.');
    const { pair, sageKey, salesforceId } = this;
    return ask(transport, FLOW, { pair, sageKey, salesforceId }, ({ json }) => readComparison(json));
  }

  private take(asked: Asked<Comparison>): void {
    this.problem = asked.kind === 'problem' ? asked.problem : undefined;
    if (asked.kind === 'answer') this.comparison = asked.value;
  }
}

function rowOf(field: ComparedField): FieldRow {
  const { id, sageFields, salesforceFields, sage, salesforce, agreed, outcome, by, conflict, sentence } =
    field;
  const rule = by ?? (outcome === 'conflict' ? conflict : undefined);
  return {
    id,
    name: [sageFields.join(', '), salesforceFields.join(', ')].filter((name) => name !== '').join(' ↔ '),
    inSage: inWords(sage),
    agreed: agreed === undefined ? '–' : inWords(agreed),
    inSalesforce: inWords(salesforce),
    ...outcomeInWords(outcome),
    rule: rule === undefined ? undefined : fillIn(labels.rule, ruleInWords(rule)),
    sentence
  };
}

function inWords(values: readonly ComparedValue[]): string {
  const texts = values.filter((value) => value !== null && value !== '').map(valueInWords);
  return texts.length === 0 ? labels.nothing : texts.join(', ');
}

function valueInWords(value: ComparedValue): string {
  if (typeof value === 'boolean') return value ? labels.yes : labels.no;
  return value ?? '';
}

function isTransport(value: unknown): value is Transport {
  return typeof value === 'object' && value !== null && 'request' in value;
}
