import { DatabaseSync } from 'node:sqlite';
import { SAGE_TIME_ZONE } from '../../../demo/service-environment.ts';

/** Every hundredth row changes. */
const ONE_PERCENT = 'rowid % 100 = 0';

/** Makes so many stock rows and no others, four warehouses to an item, none stamped in the last year. */
export function fillStock(databaseFile: string, rows: number): void {
  write(
    databaseFile,
    'DELETE FROM IM_ItemWarehouse',
    `WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < ${rows})
      INSERT INTO IM_ItemWarehouse (ItemCode, WarehouseCode, BinLocation, ReorderMethod, QuantityOnHand,
        QuantityOnSalesOrder, AverageCost, ReorderPointQty, DateCreated, TimeCreated, UserCreatedKey, DateUpdated,
        TimeUpdated, UserUpdatedKey)
      SELECT printf('BENCH-%07d', i / 4), printf('%03d', i % 4), printf('A%05d', i % 977), 'E', i % 1000,
        i % 17, 12.5, 10, '2024-01-02', '9.00000', '0000000001', '2025-01-02', '9.00000', '0000000001' FROM n`
  );
}

/** As people at Sage's own desk save records: another bin, and a stamp of now. */
export function changeStamped(databaseFile: string): void {
  const [day = '', time = ''] = new Date().toLocaleString('sv-SE', { timeZone: SAGE_TIME_ZONE }).split(' ');
  const [hours = 0, minutes = 0, seconds = 0] = time.split(':').map(Number);
  const stamp = (hours + minutes / 60 + seconds / 3_600).toFixed(5);
  write(
    databaseFile,
    `UPDATE IM_ItemWarehouse SET BinLocation = 'B' || BinLocation, DateUpdated = '${day}', TimeUpdated = '${stamp}'
      WHERE ${ONE_PERCENT}`
  );
}

/** As a posting does: other quantities, and no stamp. */
export function changePosted(databaseFile: string): void {
  write(databaseFile, `UPDATE IM_ItemWarehouse SET QuantityOnHand = QuantityOnHand + 1 WHERE ${ONE_PERCENT}`);
}

/** One process alone may open the file that way: one that reads it over ODBC must not. */
function write(databaseFile: string, ...statements: readonly string[]): void {
  const database = new DatabaseSync(databaseFile, { timeout: 10_000 });
  try {
    for (const each of statements) database.exec(each);
    // So that readers do not have to look for pages in a long log.
    database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  } finally {
    database.close();
  }
}
