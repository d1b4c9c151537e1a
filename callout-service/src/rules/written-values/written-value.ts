/**
 * How a value goes into its column: `code` is a text that Sage keeps in upper case, `userDefined` takes the kind of its
 * column in the live catalogue.
 */
export type WrittenKind = 'text' | 'code' | 'number' | 'date' | 'flag' | 'userDefined';

/** One value for one column of a record that is to be written. */
export interface WrittenValue {
  readonly column: string;
  /** The field in the words of the request, as `lines[2].quantity`. */
  readonly field: string;
  readonly kind: WrittenKind;
  /** Text, a plain decimal number, `YYYY-MM-DD`, or `Y` or `N`; null empties the column. */
  readonly value: string | null;
}

/** A column as the data source shows it at this moment. */
export interface ColumnFacts {
  readonly name: string;
  readonly kind: 'text' | 'number' | 'date' | 'flag';
  /** Characters of a text, or digits in all of a number. */
  readonly length?: number | undefined;
  /** Digits after the point of a number. */
  readonly scale?: number | undefined;
  readonly userDefined: boolean;
  readonly required: boolean;
}

/** A table as the data source shows it; undefined columns are not there in this release of Sage. */
export interface TableFacts {
  readonly name: string;
  readonly columns: readonly ColumnFacts[];
}

/** Where values stand in the request. */
export interface FieldPlace {
  /** Put before each field, as `lines[2].`; empty for fields of the request itself. */
  readonly prefix: string;
}

/** Collects values, leaving out what the request leaves out. */
export class ValueList {
  readonly #prefix: string;
  readonly values: WrittenValue[] = [];

  constructor(prefix = '') {
    this.#prefix = prefix;
  }

  /** Undefined is left out: the column stays as it is, or as Sage fills it in. */
  add(kind: WrittenKind, column: string, field: string, value: string | null | undefined): this {
    if (value !== undefined)
      this.values.push({ kind, column, field: `${this.#prefix}${field}`, value: asStored(kind, value) });
    return this;
  }

  addFlag(column: string, field: string, value: boolean | undefined): this {
    return this.add('flag', column, field, value === undefined ? undefined : value ? 'Y' : 'N');
  }

  /** Division and number, as `01-0100`, into their two columns. */
  addSalesperson(field: string, value: string | null | undefined): this {
    if (value === undefined) return this;
    const { division, number } = splitSalesperson(value ?? '');
    return this.add('code', 'SalespersonDivisionNo', field, division).add(
      'code',
      'SalespersonNo',
      field,
      number
    );
  }

  addUserDefined(fields: Readonly<Record<string, string | null>> | undefined): this {
    for (const [name, value] of Object.entries(fields ?? {}))
      this.add('userDefined', name, `userDefinedFields.${name}`, value);
    return this;
  }
}

/** `01-0100` as its two parts; a text without a dash is a number without a division. */
export function splitSalesperson(text: string): { readonly division: string; readonly number: string } {
  const dash = text.indexOf('-');
  return dash < 0
    ? { division: '', number: text }
    : { division: text.slice(0, dash), number: text.slice(dash + 1) };
}

function asStored(kind: WrittenKind, value: string | null): string | null {
  return kind === 'code' && value !== null ? value.trimEnd().toUpperCase() : value;
}
