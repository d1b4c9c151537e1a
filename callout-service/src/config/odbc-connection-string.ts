/** One `name=value` of a connection string. */
export interface ConnectionAttribute {
  /** In capitals and without blanks, as `USERID` for `User Id`. */
  readonly name: string;
  /** As it is written, with its braces. */
  readonly written: string;
  /** As the driver takes it: without braces, whose end is doubled inside them. */
  readonly value: string;
}

// SQLDriverConnect in the ODBC reference: a value ends at a semicolon, unless it stands in braces.
const ATTRIBUTE = /(?:^|;)\s*([^=;{}]+?)\s*=\s*(\{(?:[^}]|\}\})*\}|[^;]*)/g;

/** The attributes of an ODBC connection string, in their order. */
export function readConnectionString(connectionString: string): readonly ConnectionAttribute[] {
  return [...connectionString.matchAll(ATTRIBUTE)].map(([, name = '', text = '']) => {
    const written = text.trim();
    const inBraces = /^\{(.*)\}$/s.exec(written)?.[1];
    return {
      name: name.toUpperCase().replaceAll(' ', ''),
      written,
      value: inBraces === undefined ? written : inBraces.replaceAll('}}', '}')
    };
  });
}

/** The Sage companies that a connection string names: in `Company`, and in `UID=user|COMPANY`. */
export function companiesOf(connectionString: string): readonly string[] {
  return readConnectionString(connectionString).flatMap(({ name, value }) => {
    const company = name === 'COMPANY' ? value : name === 'UID' ? (value.split('|')[1] ?? '') : '';
    return company.trim() === '' ? [] : [company.trim()];
  });
}
