import type { BoiState } from './boi-state.ts';

/**
 * Hands out the number after the last one, and commits that: a number is used up even when nothing is ever written under
 * it. `highest` is the highest number that the company's records have.
 */
export function nextNumber(state: BoiState, kind: string, highest: number): string {
  const sql = `INSERT INTO numbers VALUES (?, ?) ON CONFLICT (kind) DO
    UPDATE SET last = max(last + 1, excluded.last) RETURNING last`;
  const row = state.database.prepare(sql).get(kind, highest + 1);
  return String(row?.['last']).padStart(7, '0');
}
