import type { Aging } from 'c/agingChart';
import type { Credit } from 'c/creditBar';
import type { FigureSource } from 'c/freshnessBadge';
import type { Money } from 'c/money';
import type { OpenOrder } from 'c/openOrderList';

/** Why figures are not live, and what to do about it. */
export interface Staleness {
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly action: string;
}

/** What the page shows of one customer, wherever it came from. Undefined where the source does not know it. */
export interface Figures {
  readonly source: FigureSource;
  /** ISO 8601, UTC. */
  readonly asOf: string;
  readonly currency: string;
  readonly customerNo: string;
  readonly customerName: string | undefined;
  readonly status: 'active' | 'inactive' | 'temporary' | undefined;
  readonly stale: Staleness | undefined;
  readonly amountDue: Money | undefined;
  readonly creditLimit: Money | undefined;
  readonly creditLeft: Money | undefined;
  readonly unlimited: boolean;
  readonly onHold: boolean;
  /** Undefined unless every term is known. */
  readonly credit: Credit | undefined;
  readonly agings: readonly Aging[];
  readonly openOrderAmount: Money | undefined;
  readonly openOrderCount: number | undefined;
  readonly latestOrders: readonly OpenOrder[] | undefined;
  readonly lastPaymentAmount: Money | undefined;
  readonly lastPaymentDay: string | undefined;
  readonly averageDaysToPay: number | undefined;
  readonly terms: string | undefined;
}
