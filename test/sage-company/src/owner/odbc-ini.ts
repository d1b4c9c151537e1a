import { writeFileSync } from 'node:fs';

/** How long a reader waits for the writer's lock, in milliseconds; the driver's own default is 100 seconds. */
const LOCK_TIMEOUT_MS = 2_000;

/**
 * Writes the odbc.ini with the data source SOTAMAS90, the name that Sage gives its own. The database is opened for
 * reading only, and never created: a wrong path is an error, not an empty company.
 */
export function writeOdbcIni(file: string, driver: string, databaseFile: string): void {
  const lines = [
    '[SOTAMAS90]',
    'Description=Sage 100 company ABC',
    `Driver=${driver}`,
    `Database=file:${encodeURI(databaseFile).replaceAll('?', '%3F').replaceAll('#', '%23')}?mode=ro`,
    'StepAPI=1',
    'NoCreat=1',
    `Timeout=${LOCK_TIMEOUT_MS}`
  ];
  writeFileSync(file, `${lines.join('\n')}\n`);
}

/**
 * A connection string of the shape that Sage's own have. This driver takes the DSN from it and overlooks the rest; the
 * user and password are not checked.
 */
export function productionConnectionString(): string {
  return [
    'DSN=SOTAMAS90',
    'UID=LBREAD|ABC',
    'PWD=not-checked',
    'Directory=C:\\Sage\\Sage 100\\MAS90',
    'Prefix=C:\\Sage\\Sage 100\\MAS90\\SY\\, C:\\Sage\\Sage 100\\MAS90\\==\\',
    'ViewDLL=C:\\Sage\\Sage 100\\MAS90\\Home\\',
    'LogFile=\\PVXODBC.LOG',
    'CacheSize=4',
    'DirtyReads=1',
    'BurstMode=1',
    'StripTrailingSpaces=1',
    'SERVER=NotTheServer',
    'Company=ABC'
  ].join(';');
}
