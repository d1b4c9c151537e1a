import { defineTable } from './table-definition.ts';

/** Posted bills with a balance left. Only the columns that were seen; the full layout is not known. */
export const apOpenInvoice = defineTable({
  name: 'AP_OpenInvoice',
  key: 'APDivisionNo+VendorNo+InvoiceNo',
  columns: `
    APDivisionNo:s2 VendorNo:s7 InvoiceNo:s20 InvoiceDate:d InvoiceDueDate:d InvoiceDiscountDate:d
    PostingDate:d InvoiceAmt:n13.2 DiscountAmt:n13.2 Balance:n13.2 DateCreated:d TimeCreated:s8
    UserCreatedKey:s10 DateUpdated:d TimeUpdated:s8 UserUpdatedKey:s10
  `
});
