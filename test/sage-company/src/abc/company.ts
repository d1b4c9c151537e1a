/** The company itself. Verified: Sage's ABC demo company. */
export const company = { CompanyCode: 'ABC', CompanyName: 'ABC Distribution and Service Corp.' };

/** Terms codes. The codes are remembered from the demo company, not verified; days and discounts are invented. */
export const termsCodes = [
  { code: '00', description: 'No Terms', daysBeforeDue: 0, discountRate: '0', daysBeforeDiscountDue: 0 },
  { code: '01', description: 'Net 30 Days', daysBeforeDue: 30, discountRate: '0', daysBeforeDiscountDue: 0 },
  {
    code: '02',
    description: '2% 10, Net 30',
    daysBeforeDue: 30,
    discountRate: '2',
    daysBeforeDiscountDue: 10
  },
  { code: '03', description: 'Net 60 Days', daysBeforeDue: 60, discountRate: '0', daysBeforeDiscountDue: 0 }
] as const;

/** Warehouses. Codes 000 to 002 are remembered from the demo company, not verified; the rest is invented. */
export const warehouses = [
  { code: '000', description: 'CENTRAL WAREHOUSE' },
  { code: '001', description: 'EAST WAREHOUSE' },
  { code: '002', description: 'WEST WAREHOUSE' },
  { code: '003', description: 'NORTH WAREHOUSE' },
  { code: '004', description: 'SOUTH WAREHOUSE' },
  { code: '005', description: 'OVERFLOW WAREHOUSE' }
] as const;

/** Salespersons of each division. The numbers are remembered from the demo company, not verified; names are invented. */
export const salespersons = [
  { divisionNo: '01', no: '0100', name: 'Jim Kentler' },
  { divisionNo: '01', no: '0200', name: 'Shelly Westland' },
  { divisionNo: '01', no: '0300', name: 'Harold Green' },
  { divisionNo: '02', no: '0100', name: 'Maria Ortega' },
  { divisionNo: '02', no: '0200', name: 'Dan Foster' },
  { divisionNo: '02', no: '0300', name: 'Lee Nakamura' }
] as const;
