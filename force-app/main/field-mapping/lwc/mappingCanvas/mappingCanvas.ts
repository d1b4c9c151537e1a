import { LightningElement, api } from 'lwc';
import type { FieldDetail, ListLayout } from 'c/mappingFieldList';
import { LIST_HEIGHT, ROW_HEIGHT } from 'c/mappingModel';
import type { Field, Hint, Line, Side } from 'c/mappingModel';
import { announcements, labels, pickedInWords } from 'c/mappingWords';
import { curve, heightOf, pathsOf, WIDTH } from './paths';
import type { Path, Point } from './paths';

const SIZES = { row: ROW_HEIGHT, list: LIST_HEIGHT };

/** A list of fields, as far as the canvas calls it. */
interface FieldList extends HTMLElement {
  show(name: string): void;
  focusList(): void;
}

/**
 * Both sides with lines between them. A field is picked, then one of the other side: that draws a line; so does dragging.
 * A field that is picked twice opens its line.
 */
export default class MappingCanvas extends LightningElement {
  @api sage: readonly Field[] = [];
  @api salesforce: readonly Field[] = [];
  @api sageHeading = '';
  @api salesforceHeading = '';
  @api lines: readonly Line[] = [];
  @api hints: readonly Hint[] = [];
  /** Line that is open. */
  @api selectedId: string | undefined;

  readonly labels = labels;
  readonly viewBox = `0 0 ${WIDTH} ${LIST_HEIGHT}`;
  readonly svgStyle = `height: ${LIST_HEIGHT}px`;
  picked: FieldDetail | undefined;
  isDragging = false;
  pointer: Point | undefined;
  layouts: Readonly<Record<Side, ListLayout | undefined>> = { sage: undefined, salesforce: undefined };

  /** Brings a line into sight on both sides. */
  @api
  showLine(id: string): void {
    const line = this.lines.find((each) => each.id === id);
    const [left] = line?.salesforce ?? [];
    const [right] = line?.sage ?? [];
    if (left !== undefined) this.listOf('salesforce')?.show(left);
    if (right !== undefined) this.listOf('sage')?.show(right);
  }

  get paths(): readonly Path[] {
    const problemIds = new Set(this.hints.flatMap(({ lineId }) => lineId ?? []));
    const { lines, layouts, selectedId } = this;
    return pathsOf({ lines, layouts, selectedId, problemIds }, SIZES);
  }

  /** The line that is being dragged. */
  get dragPath(): string | undefined {
    const { picked, pointer } = this;
    if (!this.isDragging || picked === undefined || pointer === undefined) return undefined;
    const y = heightOf(this.layouts[picked.side], picked.name, SIZES);
    return y === undefined ? undefined : curve({ x: picked.side === 'sage' ? WIDTH : 0, y }, pointer);
  }

  get pickedSage(): string | undefined {
    return this.picked?.side === 'sage' ? this.picked.name : undefined;
  }

  get pickedSalesforce(): string | undefined {
    return this.picked?.side === 'salesforce' ? this.picked.name : undefined;
  }

  get awaitsSage(): boolean {
    return this.picked?.side === 'salesforce';
  }

  get awaitsSalesforce(): boolean {
    return this.picked?.side === 'sage';
  }

  get sageProblems(): readonly string[] {
    return this.problemsOf('sage');
  }

  get salesforceProblems(): readonly string[] {
    return this.problemsOf('salesforce');
  }

  get pickedWords(): string {
    return this.picked === undefined
      ? labels.howTo
      : pickedInWords(this.picked.side, this.labelOf(this.picked));
  }

  get hasPicked(): boolean {
    return this.picked !== undefined;
  }

  /** The line that the picked field has already. */
  get lineOfPicked(): Line | undefined {
    const { picked } = this;
    return picked && this.lines.find((line) => line[picked.side].includes(picked.name));
  }

  handleLayout(event: CustomEvent<ListLayout>): void {
    this.layouts = { ...this.layouts, [event.detail.side]: event.detail };
  }

  handlePick({ detail }: CustomEvent<FieldDetail>): void {
    const { picked } = this;
    if (picked === undefined) this.pick(detail);
    else if (picked.side !== detail.side) this.connect(picked, detail);
    else if (picked.name === detail.name) this.handleOpen();
    else this.pick(detail);
  }

  handleDrag({ detail }: CustomEvent<FieldDetail>): void {
    this.isDragging = true;
    this.picked = detail;
  }

  handleDragOver(event: DragEvent): void {
    if (!this.isDragging) return;
    const picture = this.template?.querySelector('.picture')?.getBoundingClientRect();
    if (picture === undefined || picture.width === 0) return;
    const x = ((event.clientX - picture.left) / picture.width) * WIDTH;
    this.pointer = { x: Math.max(0, Math.min(WIDTH, x)), y: event.clientY - picture.top };
  }

  handleDrop({ detail }: CustomEvent<FieldDetail>): void {
    if (this.picked !== undefined && this.picked.side !== detail.side) this.connect(this.picked, detail);
    this.endDrag();
  }

  handleDragEnd(): void {
    if (this.isDragging) this.picked = undefined;
    this.endDrag();
  }

  handleCancel(): void {
    if (this.picked === undefined) return;
    this.picked = undefined;
    this.announce(announcements.cancelled);
  }

  handleOtherSide({ detail }: CustomEvent<{ side: Side }>): void {
    this.listOf(detail.side === 'sage' ? 'salesforce' : 'sage')?.focusList();
  }

  handleRemove({ detail }: CustomEvent<FieldDetail>): void {
    const line = this.lines.find((each) => each[detail.side].includes(detail.name));
    if (line !== undefined) this.tell('removeline', { id: line.id });
  }

  handleOpen(): void {
    const line = this.lineOfPicked;
    if (line === undefined) return;
    this.picked = undefined;
    this.tell('openline', { id: line.id });
  }

  handleConstant(): void {
    if (this.picked === undefined) return;
    this.tell('constant', this.picked);
    this.picked = undefined;
  }

  handlePath(event: MouseEvent): void {
    const { currentTarget } = event;
    const id = currentTarget instanceof Element ? currentTarget.getAttribute('data-line') : null;
    if (id !== null) this.tell('openline', { id });
  }

  private pick(detail: FieldDetail): void {
    this.picked = detail;
    this.announce(pickedInWords(detail.side, this.labelOf(detail)));
  }

  private connect(one: FieldDetail, other: FieldDetail): void {
    this.picked = undefined;
    const [sage, salesforce] = one.side === 'sage' ? [one, other] : [other, one];
    this.tell('connect', { sage: sage.name, salesforce: salesforce.name });
  }

  private endDrag(): void {
    this.isDragging = false;
    this.pointer = undefined;
  }

  private problemsOf(side: Side): readonly string[] {
    return this.hints.flatMap((hint) => (hint.side === side && hint.field !== undefined ? [hint.field] : []));
  }

  private labelOf({ side, name }: FieldDetail): string {
    return this[side].find((field) => field.name === name)?.label ?? name;
  }

  private announce(text: string): void {
    this.tell('announce', { text });
  }

  private tell(kind: string, detail: object): void {
    this.dispatchEvent(new CustomEvent(kind, { detail }));
  }

  private listOf(side: Side): FieldList | null {
    return this.template?.querySelector<FieldList>(`[data-id="list-${side}"]`) ?? null;
  }
}
