import { LightningElement, api } from 'lwc';
import { LIST_HEIGHT, ROW_HEIGHT } from 'c/mappingModel';
import type { Field, Line, Side } from 'c/mappingModel';
import {
  countOfFields,
  fieldInWords,
  filterOptions,
  kindInWords,
  labels,
  sampleInWords,
  sideName
} from 'c/mappingWords';
import { drawnRows, FILTERS, mappedNames, rowAfterKey, scrolledTo, wantedFields } from './fieldRows';
import type { FieldFilter } from './fieldRows';

/** What a list tells the canvas of where its rows stand. */
export interface ListLayout {
  readonly side: Side;
  /** Names of the fields that pass search and filter, in their order. */
  readonly names: readonly string[];
  readonly scrollTop: number;
}

/** A field that something is done with. */
export interface FieldDetail {
  readonly side: Side;
  readonly name: string;
}

interface Row {
  readonly name: string;
  readonly id: string;
  readonly label: string;
  readonly kind: string;
  readonly sample: string;
  readonly words: string;
  readonly isRequired: boolean;
  readonly isMapped: boolean;
  readonly hasProblem: boolean;
  readonly className: string;
  readonly style: string;
  readonly selected: 'true' | 'false';
  readonly place: number;
}

/**
 * The fields of one side. Only the rows that are seen are drawn, at places that follow from their number. One stop of the
 * Tab key: arrows move, Enter or Space picks, Delete takes the line away, Left and Right go to the other side.
 */
export default class MappingFieldList extends LightningElement {
  @api side: Side = 'sage';
  @api heading = '';
  @api fields: readonly Field[] = [];
  @api lines: readonly Line[] = [];
  /** Name of the field of this side that is picked. */
  @api picked: string | undefined;
  /** Whether a field of the other side waits for one of this. */
  @api awaits = false;
  /** Names of fields with a problem. */
  @api problems: readonly string[] = [];

  readonly labels = labels;
  readonly filters = filterOptions;
  search = '';
  filter: FieldFilter = 'all';
  scrollTop = 0;
  activeName: string | undefined;
  over: string | undefined;

  private told = '';
  private wantedScroll: number | undefined;

  @api
  focusList(): void {
    this.template?.querySelector<HTMLElement>('.list')?.focus();
  }

  /** Brings a field into sight, past search and filter if it must. */
  @api
  show(name: string): void {
    if (!this.wanted.some((field) => field.name === name)) {
      this.search = '';
      this.filter = 'all';
    }
    this.activate(name);
  }

  renderedCallback(): void {
    const list = this.template?.querySelector<HTMLElement>('.list');
    if (list && this.wantedScroll !== undefined) {
      list.scrollTop = this.wantedScroll;
      this.wantedScroll = undefined;
    }
    this.tellLayout();
  }

  get wanted(): readonly Field[] {
    const { search, filter, side, lines } = this;
    return wantedFields(this.fields, { search, filter, side, lines });
  }

  get rows(): readonly Row[] {
    const wanted = this.wanted;
    const mapped = mappedNames(this.lines, this.side);
    const { from, to } = drawnRows(this.scrollTop, wanted.length);
    return wanted.slice(from, to).map((field, index) => this.rowOf(field, from + index, mapped));
  }

  get count(): number {
    return this.wanted.length;
  }

  get countWords(): string {
    return countOfFields(this.count, this.fields.length);
  }

  get isEmpty(): boolean {
    return this.count === 0;
  }

  get listLabel(): string {
    return sideName(this.side, this.heading);
  }

  get spacerStyle(): string {
    return `height: ${this.count * ROW_HEIGHT}px`;
  }

  get listStyle(): string {
    return `height: ${LIST_HEIGHT}px`;
  }

  /** Undefined where the active row is not drawn. */
  get activeId(): string | undefined {
    return this.rows.some(({ name }) => name === this.activeName) ? idOf(this.activeName) : undefined;
  }

  handleSearch(event: CustomEvent<{ value?: string }>): void {
    this.search = event.detail.value ?? '';
    this.toTop();
  }

  handleFilter(event: CustomEvent<{ value: string }>): void {
    this.filter = FILTERS.find((filter) => filter === event.detail.value) ?? 'all';
    this.toTop();
  }

  handleScroll(event: Event): void {
    const list = event.currentTarget;
    if (list instanceof HTMLElement) this.scrollTop = list.scrollTop;
  }

  handleFocus(): void {
    if (this.activeName === undefined) this.activeName = this.wanted[0]?.name;
  }

  handleClick(event: MouseEvent): void {
    const name = nameAt(event);
    if (name === undefined) return;
    this.activeName = name;
    this.tell('pick', name);
  }

  handleKey(event: KeyboardEvent): void {
    const wanted = this.wanted;
    const index = Math.max(
      0,
      wanted.findIndex(({ name }) => name === this.activeName)
    );
    const next = rowAfterKey(event.key, index, wanted.length);
    if (next !== undefined) this.activate(wanted[next]?.name);
    else if (!this.act(event.key)) return;
    event.preventDefault();
  }

  handleDragStart(event: DragEvent): void {
    const name = nameAt(event);
    if (name === undefined) return;
    event.dataTransfer?.setData('text/plain', name);
    if (event.dataTransfer) event.dataTransfer.effectAllowed = 'link';
    this.activeName = name;
    this.tell('dragfield', name);
  }

  handleDragOver(event: DragEvent): void {
    if (!this.awaits) return;
    event.preventDefault();
    const name = nameAt(event);
    if (name !== this.over) this.over = name;
  }

  handleDragLeave(event: DragEvent): void {
    if (nameAt(event) === this.over) this.over = undefined;
  }

  handleDrop(event: DragEvent): void {
    event.preventDefault();
    this.over = undefined;
    const name = nameAt(event);
    if (name !== undefined && this.awaits) this.tell('dropfield', name);
  }

  handleDragEnd(): void {
    this.over = undefined;
    this.dispatchEvent(new CustomEvent('dragended'));
  }

  /** Whether the key meant something. */
  private act(key: string): boolean {
    const name = this.activeName;
    switch (key) {
      case 'Enter':
      case ' ':
        if (name !== undefined) this.tell('pick', name);
        return true;
      case 'Delete':
      case 'Backspace':
        if (name !== undefined) this.tell('removefield', name);
        return true;
      case 'Escape':
        this.dispatchEvent(new CustomEvent('cancelpick'));
        return true;
      case 'ArrowLeft':
      case 'ArrowRight':
        this.dispatchEvent(new CustomEvent('otherside', { detail: { side: this.side } }));
        return true;
      default:
        return false;
    }
  }

  private activate(name: string | undefined): void {
    if (name === undefined) return;
    this.activeName = name;
    const index = this.wanted.findIndex((field) => field.name === name);
    const top = scrolledTo(index, this.scrollTop);
    if (top === this.scrollTop) return;
    this.scrollTop = top;
    this.wantedScroll = top;
  }

  private toTop(): void {
    this.scrollTop = 0;
    this.wantedScroll = 0;
    this.activeName = undefined;
  }

  private tell(kind: string, name: string): void {
    this.dispatchEvent(new CustomEvent<FieldDetail>(kind, { detail: { side: this.side, name } }));
  }

  private tellLayout(): void {
    const names = this.wanted.map(({ name }) => name);
    const now = JSON.stringify([this.scrollTop, names]);
    if (now === this.told) return;
    this.told = now;
    const detail: ListLayout = { side: this.side, names, scrollTop: this.scrollTop };
    this.dispatchEvent(new CustomEvent('layout', { detail }));
  }

  private rowOf(field: Field, index: number, mapped: ReadonlySet<string>): Row {
    const { name } = field;
    const isMapped = mapped.has(name);
    const hasProblem = this.problems.includes(name);
    const marks = {
      row_active: name === this.activeName,
      row_picked: name === this.picked,
      row_over: name === this.over,
      row_mapped: isMapped
    };
    const classes = Object.entries(marks).flatMap(([mark, isSet]) => (isSet ? [mark] : []));
    return {
      ...{ name, label: field.label, isMapped, hasProblem, id: idOf(name) ?? '', place: index + 1 },
      kind: kindInWords(field),
      sample: sampleInWords(field),
      words: fieldInWords(field, { isMapped, hasProblem }),
      isRequired: field.required,
      className: ['row', ...classes].join(' '),
      style: `transform: translateY(${index * ROW_HEIGHT}px)`,
      selected: name === this.picked ? 'true' : 'false'
    };
  }
}

function idOf(name: string | undefined): string | undefined {
  return name === undefined ? undefined : `field-${name.replace(/[^\w-]/g, '_')}`;
}

function nameAt(event: Event): string | undefined {
  const { target } = event;
  if (!(target instanceof Element)) return undefined;
  const row = target.closest<HTMLElement>('[data-name]');
  return row?.dataset.name;
}
