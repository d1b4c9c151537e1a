import { LightningElement, api } from 'lwc';
import type { Line, Preview, PreviewedField, PreviewedRecord } from 'c/mappingModel';
import type { Problem } from 'c/reduceErrors';
import {
  dryRunInWords,
  labels,
  outcomeInWords,
  recordOutcomeInWords,
  unknownInWords,
  valuesInWords
} from 'c/mappingWords';

interface FieldRow {
  readonly key: string;
  readonly line: string;
  readonly before: string;
  readonly after: string;
  readonly outcome: string;
  readonly sentence: string;
  readonly className: string;
}

interface RecordView {
  readonly key: string;
  readonly outcome: string;
  readonly className: string;
  readonly isOpen: boolean;
  readonly faults: readonly { readonly key: string; readonly words: string }[];
  readonly fields: readonly FieldRow[];
}

const MOST_RECORDS = 200;

/** Tries the mapping that is drawn on real records: nothing is written. */
export default class MappingDryRun extends LightningElement {
  @api preview: Preview | undefined;
  @api problem: Problem | undefined;
  @api asking = false;
  @api lines: readonly Line[] = [];

  readonly labels = labels;
  readonly most = MOST_RECORDS;
  sample = '20';
  keys = '';
  onlyDifferences = true;

  get summary(): string | undefined {
    return this.preview && dryRunInWords(this.preview);
  }

  get unknown(): string | undefined {
    const unknown = this.preview?.unknown ?? [];
    return unknown.length === 0 ? undefined : unknownInWords(unknown);
  }

  get records(): readonly RecordView[] {
    return (this.preview?.records ?? []).map((record, index) => this.viewOf(record, index));
  }

  get showsResult(): boolean {
    return this.preview !== undefined && !this.asking;
  }

  handleSample(event: CustomEvent<{ value: string }>): void {
    this.sample = event.detail.value;
  }

  handleKeys(event: CustomEvent<{ value: string }>): void {
    this.keys = event.detail.value;
  }

  handleDifferences(event: CustomEvent<{ checked: boolean }>): void {
    this.onlyDifferences = event.detail.checked;
  }

  handleRun(): void {
    const wanted = Math.round(Number(this.sample));
    const sample = Number.isFinite(wanted) ? Math.max(1, Math.min(MOST_RECORDS, wanted)) : 20;
    this.sample = String(sample);
    const keys = this.keys.trim();
    this.dispatchEvent(new CustomEvent('run', { detail: { sample, keys: keys === '' ? undefined : keys } }));
  }

  private viewOf({ key, outcome, faults, fields }: PreviewedRecord, index: number): RecordView {
    const shown = this.onlyDifferences ? fields.filter((field) => field.outcome !== 'equal') : fields;
    return {
      key,
      outcome: recordOutcomeInWords(outcome),
      className: `record record_${outcome}`,
      isOpen: index === 0,
      faults: faults.map(({ field, problem, fix }, at) => ({
        key: `${at}`,
        words: `${field}: ${problem} ${fix}`
      })),
      fields: shown.map(rowOf)
    };
  }
}

function rowOf({ id, sage, salesforce, result, outcome, sentence }: PreviewedField): FieldRow {
  return {
    key: id,
    line: id,
    before: `${valuesInWords(salesforce)} | ${valuesInWords(sage)}`,
    after: `${valuesInWords(result.salesforce)} | ${valuesInWords(result.sage)}`,
    outcome: outcomeInWords(outcome),
    sentence,
    className: outcome === 'fault' || outcome === 'conflict' ? 'bad' : ''
  };
}
