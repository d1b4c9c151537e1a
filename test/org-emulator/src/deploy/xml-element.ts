/**
 * An XML element of a value: a list becomes an element for each of its items, an object one with its properties
 * inside, and what is undefined nothing.
 */
export function xmlElement(name: string, value: unknown, attributes = ''): string {
  if (value === undefined) return '';
  if (Array.isArray(value)) return value.map((item: unknown) => xmlElement(name, item)).join('');
  return `<${name}${attributes}>${contentOf(value)}</${name}>`;
}

function contentOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return escaped(String(value));
  return Object.entries(value)
    .map(([name, child]) => xmlElement(name, child))
    .join('');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
