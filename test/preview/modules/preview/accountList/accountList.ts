import { LightningElement, api } from 'lwc';
import { messageOf } from 'preview/orgRequest';
import { getObjectInfo } from 'preview/objectInfo';
import { toColumns } from './columns';
import type { Column } from './columns';
import { readRows } from './rows';
import type { Row } from './rows';

type SortDirection = 'asc' | 'desc';

const COLLATOR = new Intl.Collator('en-US', { numeric: true, sensitivity: 'base' });

/** The list view "All Accounts": sortable, filtered as one types, every name a link to its record. */
export default class AccountList extends LightningElement {
  @api objectApiName = 'Account';

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
    document.title = 'Accounts | Ledger Bridge';
    try {
      this.columns = toColumns(await getObjectInfo(this.objectApiName));
      this.rows = await readRows(this.objectApiName, this.columns);
    } catch (error) {
      this.error = messageOf(error);
    } finally {
      this.loading = false;
    }
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
    const label = this.columns.find((column) => column.sortKey === this.sortKey)?.label ?? 'Account Name';
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
