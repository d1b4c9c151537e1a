import type { CustomerAccount } from '../canonical/customer-account.ts';
import type { CustomerKey } from '../canonical/customer-key.ts';
import { LedgerBridgeError } from '../errors/ledger-bridge-error.ts';
import { arTermsCode } from './catalogue/ar-terms-code.ts';
import { toCustomerRecord, toOpenInvoice, toOpenOrder } from './customer-account-mapper.ts';
import {
  customerSelect,
  openInvoicesSelect,
  openOrdersSelect,
  termsCodesSelect
} from './customer-account-selects.ts';
import { decodeRows } from './decode/rows.ts';
import { OdbcGateway } from './odbc/gateway.ts';
import type { OdbcOptions } from './odbc/options.ts';
import type { SageProbe, SageReader } from './port/sage-reader.ts';
import type { SqlDialect } from './sql/dialect.ts';
import { providexDialect } from './sql/providex-dialect.ts';
import { UnsafeLiteralError } from './sql/literal.ts';
import { TermsCodes } from './terms-codes.ts';

// Any keyed read does; whether the code exists does not matter.
const PROBE_CODE = '00';
const TERMS_PATIENCE_MS = 250;
const PARAMETER_PROBE = 'SELECT TermsCode FROM AR_TermsCode WHERE TermsCode = ?';

/**
 * Reads a Sage company through its ODBC driver, in a process of its own that starts now. Nothing is connected before
 * the first read.
 */
export function createOdbcSageReader(options: OdbcOptions): SageReader {
  return new OdbcSageReader(options);
}

class OdbcSageReader implements SageReader {
  readonly #gateway: OdbcGateway;
  readonly #queryTimeoutMs: number;
  readonly #dialect: SqlDialect;
  readonly #termsCodes: TermsCodes;
  #acceptsParameters: Promise<boolean> | undefined;

  constructor(options: OdbcOptions) {
    this.#gateway = new OdbcGateway(options);
    this.#queryTimeoutMs = options.queryTimeoutMs;
    this.#dialect = options.dialect ?? providexDialect;
    this.#termsCodes = new TermsCodes(
      () => this.#readTermsCodes(),
      (err) => options.logger?.warn({ err }, 'AR_TermsCode cannot be read; terms are shown by their code')
    );
  }

  async readCustomerAccount(key: CustomerKey): Promise<CustomerAccount | undefined> {
    const selects = customerAccountSelects(this.#dialect, key);
    if (selects === undefined) return undefined;
    const startedAt = performance.now();
    const reading = this.#gateway.read([
      selects.customer.sql,
      selects.openInvoices.sql,
      selects.openOrders.sql
    ]);
    this.#termsCodes.refresh();
    const [customers = [], invoices = [], orders = []] = await reading;
    const [row] = decodeRows(selects.customer, customers);
    if (row === undefined) return undefined;
    const customer = toCustomerRecord(row);
    return {
      customer,
      termsDescription: await this.#termsCodes.description(customer.termsCode, this.#patience(startedAt)),
      openInvoices: decodeRows(selects.openInvoices, invoices).map(toOpenInvoice),
      openOrders: decodeRows(selects.openOrders, orders).map(toOpenOrder)
    };
  }

  async probe(): Promise<SageProbe> {
    const startedAt = performance.now();
    await this.#gateway.read([probeSelect(this.#dialect).sql]);
    const roundTripMs = performance.now() - startedAt;
    this.#acceptsParameters ??= this.#gateway.probeParameters(PARAMETER_PROBE, PROBE_CODE);
    // node-odbc has no SQLGetInfo, so the driver's name cannot be asked for.
    return {
      driverName: null,
      connected: true,
      roundTripMs,
      acceptsParameters: await this.#acceptsParameters
    };
  }

  close(): Promise<void> {
    return this.#gateway.close();
  }

  async #readTermsCodes() {
    const select = termsCodesSelect(this.#dialect);
    const [rows = []] = await this.#gateway.read([select.sql]);
    return decodeRows(select, rows);
  }

  /** What a description may cost in milliseconds: little, and nothing once the account took its whole time. */
  #patience(startedAt: number): number {
    const timeLeft = this.#queryTimeoutMs - (performance.now() - startedAt);
    return Math.max(0, Math.min(TERMS_PATIENCE_MS, timeLeft));
  }
}

/** Undefined for a key that no literal can carry: Sage has no record with a control character in its key. */
function customerAccountSelects(dialect: SqlDialect, key: CustomerKey) {
  try {
    return {
      customer: customerSelect(dialect, key),
      openInvoices: openInvoicesSelect(dialect, key),
      openOrders: openOrdersSelect(dialect, key)
    };
  } catch (error) {
    if (error instanceof UnsafeLiteralError) return undefined;
    throw new LedgerBridgeError('LB308', {
      detail: 'The statements for a customer could not be built.',
      cause: error
    });
  }
}

function probeSelect(dialect: SqlDialect) {
  return dialect.select(arTermsCode, {
    columns: ['TermsCode'],
    where: [{ column: 'TermsCode', op: '=', value: PROBE_CODE }]
  });
}
