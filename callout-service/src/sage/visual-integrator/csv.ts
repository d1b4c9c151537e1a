// A spreadsheet that somebody opens the file with would take these for the beginning of a formula.
const FORMULA = /^[=+\-@]/;
const CONTROL_CHARACTER = /[\p{Cc}\p{Cs}]/u;
const NUMBER = /^-?\d+(\.\d+)?$/;

/** Whether a text can stand in an import file: on one line, and no formula to any program. */
export function fitsCsv(text: string): boolean {
  return !CONTROL_CHARACTER.test(text) && (NUMBER.test(text) || !FORMULA.test(text));
}

/** One line of an import file, every field in quotes. Throws a RangeError for a text that does not fit. */
export function csvLine(fields: readonly string[]): string {
  return `${fields.map((field) => quoted(field)).join(',')}\r\n`;
}

function quoted(field: string): string {
  if (!fitsCsv(field)) throw new RangeError('a text cannot stand in an import file');
  return `"${field.replaceAll('"', '""')}"`;
}
