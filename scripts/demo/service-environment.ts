/** Time zone of the Sage server that is played: decides what its today is, for the service and for the company. */
export const SAGE_TIME_ZONE = 'America/Los_Angeles';

/** What a callout service of its own needs to answer for the Sage company of a demo or a benchmark. */
export interface ServiceSetUp {
  /** Port to listen on; 0 takes a free one. */
  readonly port: number;
  readonly publicKeyFile: string;
  readonly sage: { readonly connectionString: string; readonly odbcIniFile: string };
  /** Where it keeps the last good answers. */
  readonly storeDirectory: string;
}

/** The environment of `callout-service/src/main.ts` for company ABC of the Sage stand-in, with the service's defaults. */
export function serviceEnvironment(setUp: ServiceSetUp): Record<string, string> {
  const { port, publicKeyFile, sage, storeDirectory } = setUp;
  return {
    HTTP_HOST: '127.0.0.1',
    HTTP_PORT: String(port),
    JWT_ISSUERS: 'ledger-bridge',
    JWT_PUBLIC_KEY_FILES: publicKeyFile,
    ODBCINI: sage.odbcIniFile,
    SAGE_ODBC_CONNECTION_STRING: sage.connectionString,
    SAGE_COMPANY_CODE: 'ABC',
    SAGE_EDITION: 'advanced',
    SAGE_TIME_ZONE,
    SAGE_CURRENCY: 'USD',
    STORE_DIRECTORY: storeDirectory
  };
}
