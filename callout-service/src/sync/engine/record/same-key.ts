/** Whether two texts are the same key in Sage: people enter them with other case, or spaces around. */
export function isSameKey(one: string, other: string): boolean {
  return one.trim().toUpperCase() === other.trim().toUpperCase();
}
