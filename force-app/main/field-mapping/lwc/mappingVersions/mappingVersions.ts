import { LightningElement, api } from 'lwc';
import { readContent } from 'c/mappingModel';
import type { Comparison, Version } from 'c/mappingModel';
import { reduceErrors } from 'c/reduceErrors';
import type { Problem } from 'c/reduceErrors';
import { comparedInWords, labels, momentInWords, rollBackInWords, versionInWords } from 'c/mappingWords';

interface VersionRow {
  readonly version: number;
  readonly name: string;
  readonly when: string;
  readonly who: string;
  readonly comment: string;
  readonly inForce: string;
  readonly canRollBack: boolean;
  readonly compare: string;
  readonly rollBack: string;
}

const DRAFT = 'draft';

/** Who published what and when; compares, rolls back, exports and imports. */
export default class MappingVersions extends LightningElement {
  @api versions: readonly Version[] = [];
  /** Number of the version in force; 0 for the package's. */
  @api inForce = 0;
  @api comparison: Comparison | undefined;
  @api problem: Problem | undefined;
  @api working = false;
  /** Whether the draft of the page is saved, so that it can be compared. */
  @api draftIsSaved = false;

  readonly labels = labels;
  before = '';
  after = DRAFT;
  importProblem: Problem | undefined;
  wantsRollBack: number | undefined;

  get rows(): readonly VersionRow[] {
    const packaged = {
      version: 0,
      publishedAt: '',
      publishedBy: '',
      comment: labels.packaged,
      inForce: false
    };
    return [...this.versions, packaged].map(({ version, publishedAt, publishedBy, comment }) => ({
      version,
      name: versionInWords(version),
      when: momentInWords(publishedAt),
      who: publishedBy,
      comment,
      inForce: version === this.inForce ? labels.inForce : '',
      canRollBack: version !== this.inForce,
      compare: `${labels.export}: ${versionInWords(version)}`,
      rollBack: `${labels.rollBack}: ${versionInWords(version)}`
    }));
  }

  get versionOptions(): readonly { label: string; value: string }[] {
    return this.rows.map(({ version, name }) => ({ label: name, value: String(version) }));
  }

  get afterOptions(): readonly { label: string; value: string }[] {
    return [{ label: labels.savedDraft, value: DRAFT }, ...this.versionOptions];
  }

  get beforeValue(): string {
    return this.before === '' ? String(this.inForce) : this.before;
  }

  get comparedWords(): string | undefined {
    return this.comparison && comparedInWords(this.comparison);
  }

  get sentences(): readonly { key: string; words: string }[] {
    return (this.comparison?.sentences ?? []).map((words, index) => ({ key: String(index), words }));
  }

  get question(): string | undefined {
    return this.wantsRollBack === undefined ? undefined : rollBackInWords(versionInWords(this.wantsRollBack));
  }

  get anyProblem(): Problem | undefined {
    return this.importProblem ?? this.problem;
  }

  handleBefore(event: CustomEvent<{ value: string }>): void {
    this.before = event.detail.value;
  }

  handleAfter(event: CustomEvent<{ value: string }>): void {
    this.after = event.detail.value;
  }

  handleCompare(): void {
    const after = this.after === DRAFT ? undefined : Number(this.after);
    this.tell('compare', { before: Number(this.beforeValue), after });
  }

  handleRollBack(event: Event): void {
    this.wantsRollBack = versionOf(event);
  }

  handleKeep(): void {
    this.wantsRollBack = undefined;
  }

  handleConfirmRollBack(): void {
    const toVersion = this.wantsRollBack;
    this.wantsRollBack = undefined;
    if (toVersion !== undefined) this.tell('rollback', { toVersion });
  }

  handleExport(event: Event): void {
    this.tell('export', { version: versionOf(event) });
  }

  async handleImport(event: CustomEvent<{ files?: readonly File[] }>): Promise<void> {
    const [file] = event.detail.files ?? [];
    if (file === undefined) return;
    try {
      const content = readContent(await file.text());
      this.importProblem = undefined;
      this.tell('import', { content });
    } catch (error) {
      this.importProblem = reduceErrors(error);
    }
  }

  private tell(kind: string, detail: object): void {
    this.dispatchEvent(new CustomEvent(kind, { detail }));
  }
}

function versionOf({ currentTarget }: Event): number {
  return Number(currentTarget instanceof HTMLElement ? currentTarget.dataset.version : undefined);
}
