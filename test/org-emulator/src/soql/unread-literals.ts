import { Decimal } from 'decimal.js';

const mark = '~time~';
const outsideQuotes =
  /'(?:[^'\\]|\\.)*'|(?<![\w:.])(\d{2}:\d{2}:\d{2}(?:\.\d{1,3})?Z)|(?<![\w.])(\d+(?:\.\d+)?[eE][+-]?\d+)\b/g;

/** Writes the literals that Salesforce knows and the parser does not, times and powers of ten, so that it reads them. */
export function rewriteUnreadLiterals(soql: string): string {
  return soql.replace(outsideQuotes, (whole, time?: string, power?: string) => {
    if (time !== undefined) return `'${mark}${time}'`;
    return power === undefined ? whole : new Decimal(power).toFixed();
  });
}

/** Whether a quoted text was written in place of a time. */
export function isMarkedTime(text: string): boolean {
  return text.startsWith(`'${mark}`);
}

/** The time, in stored form `HH:MM:SS.mmmZ`. */
export function markedTime(text: string): string {
  const [clock = '', fraction = ''] = text.slice(mark.length + 1, -2).split('.');
  return `${clock}.${fraction.padEnd(3, '0')}Z`;
}
