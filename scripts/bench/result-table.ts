import { table } from '../demo/welcome.ts';
import type { Budget, Measurement, ResultTable } from './scenario.ts';

/** The measurements as lines of a table, times in milliseconds. */
export function measurementTable(measurements: readonly Measurement[]): string[] {
  const head = ['what', 'count', 'p50 ms', 'p95 ms', 'p99 ms', 'max ms', 'requests/s'];
  const rows = measurements.map(({ what, milliseconds, requestsPerSecond }) => [
    what,
    String(milliseconds.count),
    ...[milliseconds.p50, milliseconds.p95, milliseconds.p99, milliseconds.max].map((each) =>
      each.toFixed(2)
    ),
    requestsPerSecond?.toFixed(0) ?? ''
  ]);
  return table(head, rows);
}

/** The budgets as lines of a table, each kept or exceeded. */
export function budgetTable(budgets: readonly Budget[]): string[] {
  const rows = budgets.map((budget) => [
    budget.what,
    `${budget.measured.toFixed(2)} ${budget.unit}`,
    `${budget.limit} ${budget.unit}`,
    isKept(budget) ? 'kept' : 'EXCEEDED'
  ]);
  return table(['budget', 'measured', 'limit', ''], rows);
}

/** A table of a scenario's own, under its title. */
export function resultTable({ title, head, rows }: ResultTable): string[] {
  return [title, ...table(head, rows)];
}

/** Whether a budget holds. A measurement that is no number never does. */
export function isKept(budget: Budget): boolean {
  return budget.measured <= budget.limit;
}
