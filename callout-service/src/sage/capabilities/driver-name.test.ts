import { expect, it } from 'vitest';
import { dialectNameOf, driverNameOf } from './driver-name.ts';

it.each([
  ['[ProvideX][ODBC Driver][FILEIO]Table is not accessible', 'ProvideX', 'providex'],
  ['[unixODBC][ProvideX][ODBC Driver]Unexpected extra token', 'ProvideX', 'providex'],
  [
    '[Microsoft][ODBC Driver 18 for SQL Server][SQL Server]Invalid column name',
    'Microsoft ODBC Driver 18 for SQL Server',
    'sql-server'
  ],
  ['[FreeTDS][SQL Server]Invalid column name', 'FreeTDS', 'sql-server'],
  ['[SQLite]no such column: NoSuchColumn (1)', 'SQLite', undefined],
  ['ERROR: column "nosuchcolumn" does not exist', null, undefined],
  ['[unixODBC][Driver Manager]Data source name not found', null, undefined],
  ['', null, undefined]
])('when a driver says %j, then it is that of %j', (message, name, dialect) => {
  expect(driverNameOf(message)).toBe(name);
  expect(dialectNameOf(name)).toBe(dialect);
});
