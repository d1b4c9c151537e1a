import { defineTable } from './table-definition.ts';

/** Packages and tracking numbers of posted invoices. */
export const arInvoiceHistoryTracking = defineTable({
  name: 'AR_InvoiceHistoryTracking',
  key: 'InvoiceNo+HeaderSeqNo+PackageNo',
  columns: `
    InvoiceNo:s7 HeaderSeqNo:s6 PackageNo:s4 TrackingID:s30 Comment:s30 StarshipShipVia:s15
    UpdatedFromStarship:s1 SendPackageToStarship:s1 Weight:n12.2 FreightAmt:n11.2
    FreightAmtAddedToInv:n11.2
  `
});
