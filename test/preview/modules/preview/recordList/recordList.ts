import { LightningElement, api } from 'lwc';
import { messageOf } from 'preview/orgRequest';
import { getObjectInfo } from 'preview/objectInfo';
import { lookOf } from 'preview/objectLook';
import type { ObjectLook } from 'preview/objectLook';
import { toColumns } from './columns';
import type { Column } from './columns';
import { readRows } from './rows';
import type { Row } from './rows';

type SortDirection = 'asc' | 'desc';

const COLLATOR = new Intl.Collator('en-US', { numeric: true, sensitivity: 'base' });

/** The list view of all records of an object: sortable, filtered as one types, every name a link to its record. */
export default class RecordList extends LightningElement {
  private shownObject = 'Account';

  /** Another tab shows another list in the same place. */
  @api
  get objectApiName(): string {
    return this.shownObject;
  }
  set objectApiName(name: string) {
    this.shownObject = name;
    this.labelPlural = this.look.labelPlural;
    if (this.isConnected) void this.load();
  }

  labelPlural = 'Accounts';
  columns: Column[] = [];
  rows: Row[] = [];
  filter = '';
  sortedBy = 'url';
  sortedDirection: SortDirection = 'asc';
  error: string | undefined;
  loading = true;

  connectedCallback(): void {
    void this.load();
  }

  private async load(): Promise<void> {
    const object = this.shownObject;
    this.loading = true;
    this.error = undefined;
    this.rows = [];
    try {
      const info = await getObjectInfo(object);
      const columns = toColumns(info);
      const rows = await readRows(object, columns);
      if (object !== this.shownObject) return;
      this.columns = columns;
      this.labelPlural = info.labelPlural;
      document.title = `${this.labelPlural} | Ledger Bridge`;
      this.rows = rows;
    } catch (error) {
      this.error = messageOf(error);
    } finally {
      if (object === this.shownObject) this.loading = false;
    }
  }

  get look(): ObjectLook {
    return lookOf(this.shownObject);
  }

  get title(): string {
    return `All ${this.labelPlural}`;
  }

  get loadingText(): string {
    return `Loading ${this.labelPlural.toLowerCase()}`;
  }

  get visibleRows(): Row[] {
    const wanted = this.filter.trim().toLowerCase();
    const matching = this.rows.filter((row) =>
      Object.values(row).some((cell) => cell.toLowerCase().includes(wanted))
    );
    const sign = this.sortedDirection === 'asc' ? 1 : -1;
    return matching.sort((a, b) => sign * COLLATOR.compare(a[this.sortKey] ?? '', b[this.sortKey] ?? ''));
  }

  get summary(): string {
    const count = this.visibleRows.length;
    const label =
      this.columns.find((column) => column.sortKey === this.sortKey)?.label ?? this.look.nameLabel;
    return `${count} ${count === 1 ? 'item' : 'items'} • Sorted by ${label}`;
  }

  get isEmpty(): boolean {
    return !this.loading && !this.error && this.visibleRows.length === 0;
  }

  handleFilter(event: CustomEvent<{ value: string }>): void {
    this.filter = event.detail.value;
  }

  handleSort(event: CustomEvent<{ fieldName: string; sortDirection: SortDirection }>): void {
    this.sortedBy = event.detail.fieldName;
    this.sortedDirection = event.detail.sortDirection;
  }

  private get sortKey(): string {
    return this.columns.find((column) => column.fieldName === this.sortedBy)?.sortKey ?? 'Name';
  }
}
