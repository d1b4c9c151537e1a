import type { CustomerAccount } from '../canonical/customer-account.ts';
import type { CustomerKey } from '../canonical/customer-key.ts';
import { LedgerBridgeError } from '../errors/ledger-bridge-error.ts';
import { KeptCapabilities } from './capabilities/kept-capabilities.ts';
import { arCustomer } from './catalogue/ar-customer.ts';
import { arOpenInvoice } from './catalogue/ar-open-invoice.ts';
import { arTermsCode } from './catalogue/ar-terms-code.ts';
import { soSalesOrderHeader } from './catalogue/so-sales-order-header.ts';
import type { AnyTable } from './catalogue/table.ts';
import { toCustomerRecord, toOpenInvoice, toOpenOrder } from './customer-account-mapper.ts';
import {
  customerSelect,
  openInvoicesSelect,
  openOrdersSelect,
  termsCodesSelect
} from './customer-account-selects.ts';
import { decodeRows } from './decode/rows.ts';
import { createLiveCatalogue } from './live-catalogue/create-live-catalogue.ts';
import type { LiveCatalogue } from './live-catalogue/live-catalogue.ts';
import { OdbcGateway } from './odbc/gateway.ts';
import type { OdbcOptions } from './odbc/options.ts';
import type { SageCapabilities } from './port/sage-capabilities.ts';
import type { SageProbe, SageReader } from './port/sage-reader.ts';
import type { SqlDialect } from './sql/dialect.ts';
import { providexDialect } from './sql/providex-dialect.ts';
import { UnsafeLiteralError } from './sql/literal.ts';
import { TermsCodes } from './terms-codes.ts';

// Any keyed read does; whether the code exists does not matter.
const PROBE_CODE = '00';
const TERMS_PATIENCE_MS = 250;
const ACCOUNT_TABLES: readonly AnyTable[] = [arCustomer, arOpenInvoice, arTermsCode, soSalesOrderHeader];

export interface SageReaderOptions extends OdbcOptions {
  /** The Sage company that is to be found in SY_Company. */
  readonly companyCode: string;
  /** The tables that this service reads, whose columns are looked for; those of the customer account unless given. */
  readonly tables?: readonly AnyTable[];
  /** Shared with whoever else reads this company; one of its own unless given. */
  readonly liveCatalogue?: LiveCatalogue;
}

/**
 * Reads a Sage company through its ODBC driver, in a process of its own that starts now unless a gateway is given.
 * Nothing is connected before the first read.
 */
export function createOdbcSageReader(
  options: SageReaderOptions,
  gateway: OdbcGateway = new OdbcGateway(options)
): SageReader {
  return new OdbcSageReader(options, gateway);
}

class OdbcSageReader implements SageReader {
  readonly #gateway: OdbcGateway;
  readonly #queryTimeoutMs: number;
  readonly #dialect: SqlDialect;
  readonly #termsCodes: TermsCodes;
  readonly #capabilities: KeptCapabilities;

  constructor(options: SageReaderOptions, gateway: OdbcGateway) {
    this.#gateway = gateway;
    this.#queryTimeoutMs = options.queryTimeoutMs;
    this.#dialect = options.dialect ?? providexDialect;
    this.#capabilities = new KeptCapabilities({
      gateway,
      dialect: this.#dialect,
      liveCatalogue: options.liveCatalogue ?? createLiveCatalogue(gateway, this.#dialect),
      companyCode: options.companyCode,
      tables: options.tables ?? ACCOUNT_TABLES
    });
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
    return { connected: true, roundTripMs: performance.now() - startedAt };
  }

  capabilities({ again = false }: { readonly again?: boolean } = {}): Promise<SageCapabilities> {
    return this.#capabilities.current(again);
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

/** The cheapest keyed read that there is. */
export function probeSelect(dialect: SqlDialect) {
  return dialect.select(arTermsCode, {
    columns: ['TermsCode'],
    where: [{ column: 'TermsCode', op: '=', value: PROBE_CODE }]
  });
}
