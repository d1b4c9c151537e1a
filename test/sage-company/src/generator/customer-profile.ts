import type { CalendarDay } from '../calendar.ts';
import type { Cents } from '../money.ts';
import type { Address } from './account.ts';
import type { CustomerDocuments } from './customer-documents.ts';
import type { Random } from './random.ts';
import type { SageRecord } from './record-writer.ts';

/** A customer before its documents are made. */
export interface CustomerProfile {
  readonly arDivisionNo: string;
  readonly customerNo: string;
  readonly customerName: string;
  readonly creditHold?: boolean;
  readonly inactive?: boolean;
  readonly balanceForward?: boolean;
  /** `exceeded` gives a limit below what the customer owes. Left out, one is made up. */
  readonly creditLimit?: Cents | 'exceeded';
  readonly termsCode?: string;
  readonly taxExempt?: boolean;
  readonly address?: Address;
  /** Its documents and no others; without them they are made up. */
  readonly documents?: (today: CalendarDay) => Partial<CustomerDocuments>;
  /** Its contacts and ship-to addresses, as columns by Sage's names, in place of invented ones. */
  readonly contacts?: (today: CalendarDay) => readonly SageRecord[];
  readonly shipTos?: readonly SageRecord[];
  /** Further columns of AR_Customer, which come last. */
  readonly more?: (today: CalendarDay) => SageRecord;
}

const FIRST =
  'Aurora Badger Cedar Delta Evergreen Falcon Granite Harbor Iron Juniper Keystone Lakeside'.split(' ');
const SECOND = 'Bearing Door Electric Fastener Glass Hydraulic Kitchen Lumber Motor Office Pump Tool'.split(
  ' '
);
const THIRD = ['Supply', 'Works', 'Inc.', 'Co.', 'Distributors', '& Sons', 'Group', 'LLC'];

/** Makes a customer up; `position` makes its number its own. */
export function inventCustomer(random: Random, position: number): CustomerProfile {
  const first = random.pick(FIRST);
  return {
    arDivisionNo: random.pick(['01', '02']),
    customerNo: `${first.slice(0, 3).toUpperCase()}${position.toString().padStart(4, '0')}`,
    customerName: `${first} ${random.pick(SECOND)} ${random.pick(THIRD)}`,
    creditHold: random.chance(0.03),
    inactive: random.chance(0.04)
  };
}

const PLACES = [
  ['Milwaukee', 'WI', '53205', '414'],
  ['Racine', 'WI', '53402', '262'],
  ['Chicago', 'IL', '60614', '312'],
  ['Des Moines', 'IA', '50309', '515'],
  ['Saint Paul', 'MN', '55101', '651'],
  ['Irvine', 'CA', '92618', '949'],
  ['Portland', 'OR', '97209', '503'],
  ['Austin', 'TX', '78701', '512']
] as const;

/** A made-up address; telephone numbers are of the kind kept for fiction (555-01xx). */
export function inventAddress(random: Random) {
  const [city, state, zipCode, area] = random.pick(PLACES);
  const street = random.pick(['Main St', 'Oak Avenue', 'Industrial Pkwy', 'Harbor Rd', 'N. 3rd Street']);
  return {
    line1: `${random.integer(100, 9_900)} ${street}`,
    city,
    state,
    zipCode,
    telephoneNo: `(${area}) 555-01${random.integer(10, 99)}`
  };
}

const GIVEN = 'Ann Bob Carla Dmitri Elena Frank Grace Hugo Ines Jorge Karin Luis Mona Nils Olga Paul'.split(
  ' '
);
const FAMILY =
  'Adams Brandt Cruz Dvorak Ellis Fischer Grant Hughes Ito Jansen Kelly Lopez Moreau Novak'.split(' ');

/** A made-up person. */
export function inventPerson(random: Random): { readonly given: string; readonly family: string } {
  return { given: random.pick(GIVEN), family: random.pick(FAMILY) };
}
