/**
 * A text that fits into a field: cut behind the last word that does, with an ellipsis. Salesforce counts UTF-16 code
 * units; none is cut in half.
 */
export function cutText(text: string, length: number): string {
  if (text.length <= length) return text;
  const kept = text.slice(0, length - 1).replace(/[\uD800-\uDBFF]$/, '');
  // A word that is longer than the field is cut where it must be.
  const words = /\s/.test(text.charAt(kept.length)) ? kept : kept.replace(/\s+\S*$/, '');
  return `${(words.length > length / 2 ? words : kept).trimEnd()}…`;
}
