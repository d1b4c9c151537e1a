import { LightningElement, api } from 'lwc';
import { fillIn } from 'c/labelText';
import { laneInWords } from 'c/failureModel';
import type { DeadLetter } from 'c/failureModel';
import { labels } from './listWords';

interface Row {
  readonly jobId: number;
  readonly name: string;
  readonly openName: string;
  readonly selectName: string;
  readonly objectName: string | undefined;
  readonly title: string;
  readonly code: string | undefined;
  readonly message: string | undefined;
  readonly work: string;
  /** In milliseconds, the form that the relative time takes. */
  readonly since: number;
  readonly attempts: number;
  readonly heldUp: number;
  readonly isSelected: boolean;
}

/**
 * Failures as rows with check boxes. Fires `choose` with `jobIds` and `on`, `open` with `jobId`, and `more`.
 */
export default class FailureList extends LightningElement {
  @api items: readonly DeadLetter[] = [];
  @api selected: ReadonlySet<number> = new Set();
  /** Whether there are more to be shown. */
  @api hasMore = false;

  readonly labels = labels;

  get rows(): readonly Row[] {
    return this.items.map((item) => this.rowOf(item));
  }

  get isAllSelected(): boolean {
    return this.items.length > 0 && this.items.every(({ jobId }) => this.selected.has(jobId));
  }

  handleSelectAll({ currentTarget }: Event): void {
    this.choose(
      this.items.map(({ jobId }) => jobId),
      isChecked(currentTarget)
    );
  }

  handleSelect({ currentTarget }: Event): void {
    const jobId = jobIdOf(currentTarget);
    if (jobId !== undefined) this.choose([jobId], isChecked(currentTarget));
  }

  handleOpen({ currentTarget }: Event): void {
    const jobId = jobIdOf(currentTarget);
    if (jobId !== undefined) this.dispatchEvent(new CustomEvent('open', { detail: { jobId } }));
  }

  handleMore(): void {
    this.dispatchEvent(new CustomEvent('more'));
  }

  private choose(jobIds: readonly number[], on: boolean): void {
    this.dispatchEvent(new CustomEvent('choose', { detail: { jobIds, on } }));
  }

  private rowOf(item: DeadLetter): Row {
    const name = item.sageKey ?? item.recordId ?? item.key ?? fillIn(labels.job, String(item.jobId));
    return {
      jobId: item.jobId,
      name,
      openName: fillIn(labels.open, name),
      selectName: fillIn(labels.selectOne, name),
      objectName: item.objectName,
      title: item.title,
      code: item.code,
      message: item.message,
      work: laneInWords(item.lane),
      since: Date.parse(item.enqueuedAt),
      attempts: item.attempts,
      heldUp: item.heldUp,
      isSelected: this.selected.has(item.jobId)
    };
  }
}

function isChecked(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement && target.checked;
}

function jobIdOf(target: EventTarget | null): number | undefined {
  const text = target instanceof HTMLElement ? target.dataset.jobId : undefined;
  return text === undefined ? undefined : Number(text);
}
