import { LightningElement, api, wire } from 'lwc';
import { graphql } from 'lightning/graphql';
import type { GraphQLResult } from 'lightning/graphql';
import { reduceErrors } from 'c/reduceErrors';
import type { Problem } from 'c/reduceErrors';
import { ask } from 'c/sageOperation';
import type { Asked, Transport } from 'c/sageOperation';
import { readHistory } from './history';
import type { History } from './history';
import { labels } from './historyWords';
import { ROWS_QUERY, rowsIn } from './salesforceRows';
import type { SalesforceRows } from './salesforceRows';
import { timeLine } from './timeLine';
import type { Happening } from './timeLine';

const FLOW = 'Sage_Get_Record_History';

/**
 * What happened to one record in both systems, the latest first: what was sent, what came back, who decided, and by which
 * mapping. Give `record-id`, or `sage-key` together with `entity`.
 */
export default class RecordHistory extends LightningElement {
  /** Id in Salesforce, 18 characters. */
  @api recordId: string | undefined;
  @api sageKey: string | undefined;
  /** Canonical entity, as `customer`. */
  @api entity: string | undefined;

  readonly labels = labels;
  readonly rowsQuery = ROWS_QUERY;
  pages: readonly History[] = [];
  rows: SalesforceRows = { logs: [], failures: [] };
  problem: Problem | undefined;
  isAsking = false;

  private hasAsked = false;
  private refreshRows: (() => Promise<void>) | undefined;

  @wire(graphql, { query: '$rowsQuery', variables: '$rowsVariables' })
  handleRows(result: GraphQLResult): void {
    this.refreshRows = result.refresh ?? this.refreshRows;
    if (result.data !== undefined && result.data !== null) this.rows = rowsIn(result);
  }

  renderedCallback(): void {
    if (this.hasAsked) return;
    this.hasAsked = true;
    this.askFor(undefined);
  }

  disconnectedCallback(): void {
    this.hasAsked = false;
  }

  /** A key that nothing has, in the place of one that is not given: an empty one would find records without any. */
  get rowsVariables(): Readonly<Record<string, string>> {
    return { recordId: this.recordId ?? '-', sageKey: this.sageKey ?? '-' };
  }

  get happenings(): readonly Happening[] {
    return timeLine(this.pages, this.rows);
  }

  get hasHappenings(): boolean {
    return this.happenings.length > 0;
  }

  get isEmpty(): boolean {
    return this.pages.length > 0 && !this.hasHappenings;
  }

  get hasMore(): boolean {
    return this.pages.at(-1)?.nextCursor !== undefined;
  }

  handleMore(): void {
    this.askFor(this.pages.at(-1)?.nextCursor);
  }

  handleRefresh(): void {
    this.askFor(undefined);
    this.refreshRows?.().catch(() => undefined);
  }

  private askFor(cursor: string | undefined): void {
    this.isAsking = true;
    // In a microtask: this component is rendered before the transport in it is connected.
    Promise.resolve()
      .then(() => this.ask(cursor))
      .then((asked) => this.take(asked, cursor))
      .catch((error: unknown) => (this.problem = reduceErrors(error)))
      .finally(() => (this.isAsking = false));
  }

  private ask(cursor: string | undefined): Promise<Asked<History>> {
    const transport: unknown = this.refs?.transport;
    if (!isTransport(transport)) throw new Error('The transport is not on the page.');
    const { recordId, sageKey, entity } = this;
    const inputs = { salesforceId: recordId, sageKey, entity, cursor };
    return ask(transport, FLOW, inputs, ({ json }) => readHistory(json));
  }

  private take(asked: Asked<History>, cursor: string | undefined): void {
    this.problem = asked.kind === 'problem' ? asked.problem : undefined;
    if (asked.kind === 'problem') return;
    this.pages = cursor === undefined ? [asked.value] : [...this.pages, asked.value];
  }
}

function isTransport(value: unknown): value is Transport {
  return typeof value === 'object' && value !== null && 'request' in value;
}
