import { join } from 'node:path';
import type { BoiAccess } from '../../test/sage-company/src/index.ts';

/** Time zone of the Sage server that is played: decides what its today is, for the service and for the company. */
export const SAGE_TIME_ZONE = 'America/Los_Angeles';

/** What a callout service of its own needs to answer for the Sage company of a demo or a benchmark. */
export interface ServiceSetUp {
  /** Port to listen on; 0 takes a free one. */
  readonly port: number;
  readonly publicKeyFile: string;
  readonly sage: { readonly connectionString: string; readonly odbcIniFile: string };
  /** How to write into that company; without it the service reads only. */
  readonly boi?: BoiAccess;
  /** Where it keeps what it must not lose. */
  readonly storeDirectory: string;
  /** The org it moves records to and from; without one it answers inquiries only. */
  readonly org?: OrgAccess;
}

/** How a service logs in to the local org, and hears its events. */
export interface OrgAccess {
  readonly url: string;
  readonly clientId: string;
  readonly privateKeyFile: string;
  readonly pubSubEndpoint: string;
  readonly pubSubCaFile: string;
}

/** The user whom the service acts as in the local org. */
const INTEGRATION_USER = 'integration@ledger-bridge.example';

/** The environment of `callout-service/src/main.ts` for company ABC of the Sage stand-in, with the service's defaults. */
export function serviceEnvironment(setUp: ServiceSetUp): Record<string, string> {
  const { port, publicKeyFile, sage, boi, storeDirectory, org } = setUp;
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
    // What it starts to write with stamps records by the clock of its machine, as Sage does.
    TZ: SAGE_TIME_ZONE,
    SAGE_CURRENCY: 'USD',
    STORE_DIRECTORY: storeDirectory,
    ...(boi && writingEnvironment(boi, storeDirectory)),
    ...(org && orgEnvironment(org))
  };
}

function orgEnvironment(org: OrgAccess): Record<string, string> {
  return {
    SALESFORCE_LOGIN_URL: org.url,
    SALESFORCE_CLIENT_ID: org.clientId,
    SALESFORCE_USERNAME: INTEGRATION_USER,
    SALESFORCE_PRIVATE_KEY_FILE: org.privateKeyFile,
    SALESFORCE_PUBSUB_ENDPOINT: org.pubSubEndpoint,
    SALESFORCE_PUBSUB_CA_FILE: org.pubSubCaFile
  };
}

/** Writing through the stand-ins of the Business Object Interface and Visual Integrator; nothing in them is secret. */
function writingEnvironment(boi: BoiAccess, storeDirectory: string): Record<string, string> {
  const { visualIntegrator } = boi;
  const importing = ['--job', '{job}', '--file', '{file}', '--log', '{log}'];
  return {
    SAGE_BOI_HOME_DIRECTORY: boi.homeDirectory,
    SAGE_BOI_COMMAND: boi.command,
    SAGE_BOI_ARGUMENTS: JSON.stringify(boi.args),
    SAGE_BOI_USER: boi.user,
    SAGE_BOI_PASSWORD: boi.password,
    SAGE_ORDER_REQUEST_KEY_FIELD: 'UDF_SALESFORCE_ID',
    SAGE_CUSTOMER_REQUEST_KEY_FIELD: 'UDF_REQUEST_KEY',
    SAGE_VI_COMMAND: visualIntegrator.command,
    SAGE_VI_ARGUMENTS: JSON.stringify([...visualIntegrator.args, ...importing]),
    SAGE_VI_CASH_RECEIPT_JOB: 'CASHRCPT',
    SAGE_VI_DIRECTORY: join(storeDirectory, 'imports')
  };
}
