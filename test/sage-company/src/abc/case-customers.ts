import { addDays } from '../calendar.ts';
import { lastClockChange } from '../generator/clock-change.ts';
import type { CustomerProfile } from '../generator/customer-profile.ts';
import type { SageRecord } from '../generator/record-writer.ts';
import {
  balanceForAging,
  creditBalance,
  discountedOrder,
  exactlyAtLimit,
  overWithOrders,
  shipToOrder
} from './case-accounts.ts';
import { orderCases } from './case-orders.ts';

const NONE = () => ({});

/** Invented customers, one for each case; they have the documents given here and no others. */
export const caseCustomers: readonly CustomerProfile[] = [
  customer('PRICING', 'Pricing Precedence Co', { more: () => ({ PriceLevel: '2' }) }),
  customer('PRODLINE', 'Level by Product Line Co', { more: () => ({ PriceLevel: '' }) }),
  customer('DISC10', 'Ten Percent Off Everything', {
    taxExempt: false,
    documents: discountedOrder,
    more: () => ({ CustomerDiscountRate: '10' })
  }),
  customer('TEMPCUST', 'Cash Sale Walk-in', {
    more: () => ({ TemporaryCustomer: 'Y', CustomerStatus: 'T' })
  }),
  customer('SHIPTOS', 'Three Ship-tos Inc.', { documents: shipToOrder, shipTos: shipTos() }),
  customer('ORDERCAS', 'One Order of Each Kind', { documents: orderCases, creditLimit: 1_000_000_00 }),
  customer('CRDBAL', 'Credit Balance Ltd', { documents: creditBalance, creditLimit: 5_000_00 }),
  customer('ATLIMIT', 'Exactly at Limit Co', { documents: exactlyAtLimit, creditLimit: 1_000_00 }),
  customer('OVERORD', 'Over with Open Orders Co', { documents: overWithOrders, creditLimit: 1_000_00 }),
  customer('AGEDGES', 'Edges of Aging Co', { documents: balanceForAging, creditLimit: 50_000_00 }),
  customer('NEWCUST', 'Brand New Customer', {
    contacts: () => [],
    more: () => ({
      ...{ DateLastAging: null, DateLastActivity: null, DateLastStatement: null, DateEstablished: null },
      ...{
        TelephoneNo: '',
        SortField: '',
        SalespersonDivisionNo: '',
        SalespersonNo: '',
        UDF_PORTAL_ACCESS: ''
      }
    })
  }),
  customer('STAMPS', 'Odd Times of Update', { contacts: oddTimes }),
  customer('STAMPNO', 'Updated at no Time', { more: () => ({ TimeUpdated: '', TimeCreated: '' }) }),
  customer('DSTHOUR', 'Updated in the Hour that Came Twice', {
    more: (today) => ({ DateUpdated: lastClockChange(today), TimeUpdated: '1.50000' })
  }),
  customer('CANADA', 'Quincaillerie Montréal', {
    address: {
      line1: '1250, boul. René-Lévesque Ouest',
      line2: 'Bureau 2200',
      city: 'Montréal',
      state: 'QC',
      zipCode: 'H3B 4W8',
      telephoneNo: '(514) 555-0142',
      countryCode: 'CAN'
    }
  }),
  customer('ENGLAND', 'Harbour & Sons Ltd', {
    address: {
      line1: '12 Wharf Road',
      city: 'London',
      state: '',
      zipCode: 'N1 7GR',
      telephoneNo: '+44 20 7946 0018',
      countryCode: 'GBR'
    }
  }),
  customer('TWENTY-CHARACTER-NO1', `Name of Fifty Characters ${'N'.repeat(25)}`, {
    address: {
      line1: `1 ${'A'.repeat(38)}`,
      line2: 'B'.repeat(40),
      line3: 'C'.repeat(40),
      city: 'D'.repeat(30),
      state: 'TX',
      zipCode: '75001-1234',
      telephoneNo: '(972) 555-0155'
    },
    more: () => ({ UDF_DELIVERY_NOTES: 'E'.repeat(250), EmailAddress: `${'f'.repeat(235)}@wide.example.x` })
  })
];

function customer(
  customerNo: string,
  customerName: string,
  traits: Partial<CustomerProfile>
): CustomerProfile {
  return {
    arDivisionNo: '01',
    customerNo,
    customerName,
    termsCode: '01',
    taxExempt: true,
    documents: NONE,
    shipTos: [],
    ...traits
  };
}

/** A warehouse and tax schedule of its own, another one, and neither. */
function shipTos(): SageRecord[] {
  const place = { ShipToAddress1: '77 Dock St', ShipToState: 'IL', ShipToZipCode: '60614' };
  return [
    { ShipToCode: '1', ...place, ShipToCity: 'Chicago', WarehouseCode: '001', TaxSchedule: 'IL COOK' },
    { ShipToCode: '2', ...place, ShipToCity: 'Evanston', WarehouseCode: '002', TaxSchedule: 'EXEMPT' },
    {
      ...{ ShipToCode: 'WEST', ...place, ShipToCity: 'Joliet', WarehouseCode: '', TaxSchedule: '' },
      ...{ ShipToName: 'Job Site West', UDF_DOCK_HOURS: 'BY APPOINTMENT', UDF_LIFT_GATE: 'Y' }
    }
  ];
}

/** Contacts updated at midnight, in the last second, at no known time, and twice in the hour that came twice. */
function oddTimes(today: string): SageRecord[] {
  const contact = (code: string, day: string, time: string) => {
    return { ContactCode: code, ContactName: `Time ${code}`, DateUpdated: day, TimeUpdated: time };
  };
  const yesterday = addDays(today, -1);
  return [
    contact('MIDNIGHT', yesterday, '0.00000'),
    contact('LASTSECOND', yesterday, '23.99972'),
    contact('NOTIME', yesterday, ''),
    contact('DSTEARLY', lastClockChange(today), '1.25000'),
    contact('DSTLATE', lastClockChange(today), '1.75000')
  ];
}
