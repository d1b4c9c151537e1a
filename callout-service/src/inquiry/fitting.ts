/**
 * A flow takes a text of 100,000 characters at most (the package's limit for text answers); what stands beside the records
 * of an answer takes the rest.
 */
const MOST_CHARACTERS = 90_000;

/** The first of the records whose JSON fits into one text answer; one at least. */
export function fitting<T>(records: readonly T[], characters = MOST_CHARACTERS): readonly T[] {
  let used = 0;
  const end = records.findIndex((record) => {
    used += JSON.stringify(record).length + 1;
    return used > characters;
  });
  return end === -1 ? records : records.slice(0, Math.max(1, end));
}
