/** A text field of a record as a query gives it; nothing for a blank one. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
