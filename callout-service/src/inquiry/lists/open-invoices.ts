import { Decimal } from 'decimal.js';
import { z } from 'zod';
import { formatCustomerKey } from '../../canonical/customer-key.ts';
import { freshnessSchema } from '../../canonical/freshness.ts';
import { invoiceLineSchema, invoicePackageSchema, type Invoice } from '../../canonical/invoice.ts';
import { formatMoney, moneySchema } from '../../canonical/money.ts';
import { optionalDay, optionalText } from '../../canonical/optional-text.ts';
import type { AgingSettings } from '../../rules/aging.ts';
import { daysPastBasis } from '../../rules/aging.ts';
import type { SageRecords } from '../../sage/port/sage-records.ts';
import { collect } from '../collect.ts';
import { fitting } from '../fitting.ts';
import { createLiveOrLast } from '../live-or-last.ts';
import { readCustomerKey } from '../read-customer-key.ts';
import { createSageDay } from '../sage-day.ts';
import type { ListParts } from './list-parts.ts';
import { choosePage, joinKey, pageOf, pageSchema, type PageRequest } from './list-page.ts';
import { requireCustomer } from './require-customer.ts';

const OPEN_INVOICES = 'openInvoices';

/** So that one invoice, lines and packages together, fits into one answer. */
const MOST_CHARACTERS_OF_LINES = 70_000;
const MOST_CHARACTERS_OF_PACKAGES = 15_000;

const openInvoiceItem = z
  .object({
    invoiceNo: z.string(),
    headerSeqNo: optionalText,
    invoiceType: z.string(),
    invoiceDate: optionalDay,
    dueDate: optionalDay,
    /** Days past the date that the company ages by; negative while not due. */
    daysPast: z.int(),
    customerPONo: optionalText,
    salesOrderNo: optionalText,
    total: moneySchema,
    balance: moneySchema,
    /** Lines in Sage, where lines were asked for; `lines` holds fewer where they do not fit into one answer. */
    lineCount: z.int().optional(),
    lines: z.array(invoiceLineSchema).readonly(),
    packages: z.array(invoicePackageSchema).readonly()
  })
  .meta({ id: 'OpenInvoiceItem' });

/** A page of a customer's open invoices, the oldest first. */
export const openInvoicePageSchema = z
  .object({
    customerNo: z.string(),
    currency: z.string(),
    /** Of the whole list. */
    totalBalance: moneySchema,
    ...pageSchema.shape,
    items: z.array(openInvoiceItem).readonly(),
    ...freshnessSchema.shape
  })
  .meta({ id: 'OpenInvoicePage' });

export type OpenInvoicePage = z.infer<typeof openInvoicePageSchema>;

export interface OpenInvoicesRequest extends PageRequest {
  readonly customerNo: string;
  /** Whether lines and packages are wanted, for a drill-down. */
  readonly withLines: boolean;
}

/** Makes the inquiry "open invoices of a customer". Rejects with LB101, LB108, LB401 or LB3xx. */
export function createOpenInvoiceList(
  parts: ListParts<'openInvoices'> & { readonly aging: Pick<AgingSettings, 'basis'> }
): (request: OpenInvoicesRequest) => Promise<OpenInvoicePage> {
  const liveOrLast = createLiveOrLast(OPEN_INVOICES, openInvoicePageSchema, parts);
  const sageDay = createSageDay(parts.timeZone);
  return async (request) => {
    const key = readCustomerKey(request.customerNo);
    const customerNo = formatCustomerKey(key);
    const { pageSize, cursor = '', withLines } = request;
    return liveOrLast([customerNo, pageSize, cursor, String(withLines)].join('|'), async () => {
      const now = parts.clock();
      const day = sageDay(now);
      const [invoices] = await Promise.all([
        collect(parts.records.openInvoices.of(key, { withLines: false })),
        requireCustomer(key, parts.records)
      ]);
      const open = invoices.filter((invoice) => !new Decimal(invoice.balance).isZero());
      const list = `${OPEN_INVOICES} ${customerNo}`;
      const page = choosePage(open, { list, sortKey, newestFirst: false }, request);
      const shown = withLines ? await addLines(page.chosen, parts.records.openInvoices) : page.chosen;
      return {
        customerNo,
        currency: parts.currency,
        totalBalance: formatMoney(Decimal.sum(0, ...open.map((invoice) => invoice.balance))),
        ...pageOf(
          page,
          shown.map((invoice) => ({
            ...describeInvoice(invoice, parts.aging.basis, day),
            ...(withLines && { lineCount: invoice.lines.length })
          }))
        ),
        asOf: now.toUTC().toISO(),
        source: 'live'
      };
    });
  };
}

/** Lines are read for one page only; an invoice that has gone in the meantime stays as it was listed. */
async function addLines(
  invoices: readonly Invoice[],
  reads: Pick<SageRecords['openInvoices'], 'byKeys'>
): Promise<readonly Invoice[]> {
  const full = await reads.byKeys(invoices);
  const byKey = new Map(full.map((invoice) => [sortKey(invoice), invoice]));
  return invoices.map((invoice) => byKey.get(sortKey(invoice)) ?? invoice);
}

function sortKey({ invoiceDate, invoiceNo, invoiceType }: Invoice): string {
  return joinKey(invoiceDate, invoiceNo, invoiceType);
}

function describeInvoice(
  invoice: Invoice,
  basis: AgingSettings['basis'],
  day: string
): OpenInvoicePage['items'][number] {
  return {
    invoiceNo: invoice.invoiceNo,
    headerSeqNo: invoice.headerSeqNo,
    invoiceType: invoice.invoiceType,
    invoiceDate: invoice.invoiceDate,
    dueDate: invoice.dueDate,
    daysPast: daysPastBasis(invoice, basis, day),
    customerPONo: invoice.customerPONo,
    salesOrderNo: invoice.salesOrderNo,
    total: invoice.total,
    balance: invoice.balance,
    lines: invoice.lines.length === 0 ? [] : fitting(invoice.lines, MOST_CHARACTERS_OF_LINES),
    packages: invoice.packages.length === 0 ? [] : fitting(invoice.packages, MOST_CHARACTERS_OF_PACKAGES)
  };
}
