import { z } from 'zod';
import { orderStatuses, type OrderStatus } from './order-status.ts';

/** A row of the table that an administrator owns: what Salesforce shows for a status. */
export const statusMappingRowSchema = z.object({
  status: z.enum(orderStatuses),
  salesforceValue: z.string().trim().min(1),
  /** Where several statuses share a value: the one that the value means when it comes from Salesforce. */
  preferred: z.boolean().optional()
});

export type StatusMappingRow = z.infer<typeof statusMappingRowSchema>;

/** The table to begin with: one value of its own for each status. */
export const defaultStatusMapping: readonly StatusMappingRow[] = [
  { status: 'new', salesforceValue: 'New' },
  { status: 'open', salesforceValue: 'Open' },
  { status: 'hold', salesforceValue: 'On Hold' },
  { status: 'partlyShipped', salesforceValue: 'Partly Shipped' },
  { status: 'shipped', salesforceValue: 'Shipped' },
  { status: 'invoiced', salesforceValue: 'Invoiced' },
  { status: 'completed', salesforceValue: 'Completed' },
  { status: 'cancelled', salesforceValue: 'Cancelled' },
  { status: 'quote', salesforceValue: 'Quote' },
  { status: 'expiredQuote', salesforceValue: 'Expired Quote' }
];

/** A mapped value, or why there is none. */
export type Mapped<T> =
  { readonly mapped: true; readonly value: T } | { readonly mapped: false; readonly problem: string };

/** What Salesforce shows for a status; not mapped where the table has no row for it. */
export function toSalesforceStatus(status: OrderStatus, table: readonly StatusMappingRow[]): Mapped<string> {
  const row = table.find((one) => one.status === status);
  return row === undefined
    ? { mapped: false, problem: `The status "${status}" has no value in Salesforce.` }
    : { mapped: true, value: row.salesforceValue };
}

/**
 * The status that a value of Salesforce means, in any case. Where several statuses share the value, the preferred one;
 * without one it is not mapped, since nothing is chosen by chance.
 */
export function fromSalesforceStatus(value: string, table: readonly StatusMappingRow[]): Mapped<OrderStatus> {
  const rows = table.filter(({ salesforceValue }) => sameValue(salesforceValue, value));
  const [row, ...others] = rows.length > 1 ? rows.filter(({ preferred }) => preferred) : rows;
  if (row !== undefined && others.length === 0) return { mapped: true, value: row.status };
  const statuses = rows.map(({ status }) => status).join(', ');
  const problem =
    rows.length === 0
      ? `The value "${value}" is not in the table of order statuses.`
      : `The value "${value}" stands for several statuses (${statuses}), and not one of them is preferred.`;
  return { mapped: false, problem };
}

/** Everything that is wrong with a table, in words for the administrator: empty where it can be used both ways. */
export function statusMappingProblems(table: readonly StatusMappingRow[]): string[] {
  const counts = orderStatuses.map((status) => ({
    status,
    rows: table.filter((row) => row.status === status).length
  }));
  const unmapped = counts.filter(({ rows }) => rows === 0);
  const twice = counts.filter(({ rows }) => rows > 1);
  const values = new Map(table.map(({ salesforceValue }) => [comparable(salesforceValue), salesforceValue]));
  return [
    ...unmapped.map(({ status }) => `The status "${status}" has no value in Salesforce.`),
    ...twice.map(({ status }) => `The status "${status}" has more than one value in Salesforce.`),
    ...[...values.values()].flatMap((value) => {
      const answer = fromSalesforceStatus(value, table);
      return answer.mapped ? [] : [answer.problem];
    })
  ];
}

function sameValue(one: string, other: string): boolean {
  return comparable(one) === comparable(other);
}

function comparable(value: string): string {
  return value.trim().toUpperCase();
}
