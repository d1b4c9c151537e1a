import { BoiRefusal } from '../com/boi-object.ts';
import type { CompanyDatabase, Row } from '../company/company-database.ts';

/** The record that a column names. Throws a `BoiRefusal` when there is none. */
export function lookUp(
  database: CompanyDatabase,
  what: string,
  table: string,
  ...key: readonly string[]
): Row {
  const found = database.find(table, ...key);
  if (found === undefined) throw new BoiRefusal(`The ${what} ${key.join('-')} is not on file.`);
  return found;
}

/** Throws a `BoiRefusal` unless the column is blank or names a record. */
export function lookUpFilled(
  database: CompanyDatabase,
  what: string,
  table: string,
  ...key: readonly string[]
): undefined {
  if (key.at(-1) !== '') lookUp(database, what, table, ...key);
}

/** Throws a `BoiRefusal` unless the column is one of its values. */
export function refuseOtherThan(what: string, value: string, allowed: readonly string[]): undefined {
  if (!allowed.includes(value)) throw new BoiRefusal(`The ${what} "${value}" is not valid.`);
}
