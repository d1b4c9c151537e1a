import type { PostalAddress } from '../../../callout-service/src/canonical/postal-address.ts';
import { arAging } from '../../../callout-service/src/inquiry/reports/ar-aging.ts';
import { collect } from '../../../callout-service/src/inquiry/collect.ts';
import { creditStanding } from '../../../callout-service/src/rules/credit.ts';
import type { VerifiedCompany } from './entity-plan.ts';
import { figures, readFigures, type Figure } from './figure.ts';
import { COMPANY } from './master-data.ts';
import { ABF } from './published-figures.ts';
import { AGING } from './reports.ts';

const CREDIT = { includeOpenOrders: true, zeroLimitMeans: 'unlimited' } as const;

/** The company's own name, the account, credit, aging and address of 01-ABF, its contacts and its ship-to address. */
export async function customerFigures(company: VerifiedCompany): Promise<readonly Figure[]> {
  const readings = [
    ['company ABC', companyFigures],
    ['01-ABF name and address', nameAndAddress],
    ['01-ABF account', account],
    ['01-ABF open invoices', agedInvoices],
    ['01-ABF contacts', contacts],
    ['01-ABF ship-to address', shipTo]
  ] as const;
  const read = readings.map(([subject, of]) => readFigures(subject, () => of(company)));
  return (await Promise.all(read)).flat();
}

async function companyFigures({ records }: VerifiedCompany): Promise<Figure[]> {
  const { companyName } = await records.readCompany(COMPANY);
  return figures('company ABC', [['name', 'ABC Distribution and Service Corp.', companyName]]);
}

async function nameAndAddress({ records }: VerifiedCompany): Promise<Figure[]> {
  const [customer] = await records.customers.byKeys([ABF]);
  return [
    ...figures('01-ABF', [
      ['name', 'American Business Futures', customer?.customerName],
      ['telephone', '(414) 555-4787', customer?.telephoneNo],
      ['e-mail', 'artie@sage.sample.com', customer?.emailAddress]
    ]),
    ...addressFigures('01-ABF', customer?.address, {
      addressLine1: '2131 N. 14th Street',
      addressLine2: 'Suite 100',
      addressLine3: 'Accounting Department',
      city: 'Milwaukee',
      state: 'WI',
      zipCode: '53205-1204'
    })
  ];
}

async function account({ records }: VerifiedCompany): Promise<Figure[]> {
  const [customer] = await records.customers.byKeys([ABF]);
  if (customer === undefined) return figures('01-ABF', [['account', '01-ABF', null]]);
  const credit = creditStanding(customer, CREDIT);
  const [aging1, aging2, aging3, aging4] = customer.agingCategories;
  return figures('01-ABF', [
    ['credit limit', '120000.00', customer.creditLimit],
    ['current balance', '3252.38', customer.currentBalance],
    ['aging category 1', '1222.58', aging1],
    ['aging category 2', '1257.40', aging2],
    ['aging category 3', '0.00', aging3],
    ['aging category 4', '0.00', aging4],
    ['open orders amount', '19144.40', customer.openOrderAmount],
    ['amount due', '5732.36', credit.amountDue],
    ['credit left', '95123.24', credit.left]
  ]);
}

/** The same ages once more, added up from the open invoices by the rule instead of read from Sage's columns. */
async function agedInvoices({ records, today }: VerifiedCompany): Promise<Figure[]> {
  const rows = await collect(arAging(records, AGING, today));
  const row = rows.find(
    ({ arDivisionNo, customerNo }) => arDivisionNo === ABF.arDivisionNo && customerNo === ABF.customerNo
  );
  const [current, over30, over60, over90, over120] = row?.buckets ?? [];
  return figures('01-ABF', [
    ['open invoices, current', '3252.38', current],
    ['open invoices, over 30 days', '1222.58', over30],
    ['open invoices, over 60 days', '1257.40', over60],
    ['open invoices, over 90 days', '0.00', over90],
    ['open invoices, over 120 days', '0.00', over120],
    ['open invoices, in all', '5732.36', row?.total]
  ]);
}

async function contacts({ records }: VerifiedCompany): Promise<Figure[]> {
  const [artie, john] = await Promise.all(
    ['ARTIE JOHN', 'JOHN QUINN'].map(async (contactCode) => {
      const [contact] = await records.contacts.byKeys([{ ...ABF, contactCode }]);
      return contact;
    })
  );
  return [
    ...figures('contact ARTIE JOHN', [
      ['name', 'Artie Johnson', artie?.contactName],
      ['telephone', '(714) 555-7823', artie?.telephoneNo1]
    ]),
    ...addressFigures('contact ARTIE JOHN', artie?.address, {
      addressLine1: '2131 E. 14th Street',
      city: 'New Berlin',
      state: 'WI',
      zipCode: '53151'
    }),
    ...figures('contact JOHN QUINN', [['name', 'John Quinn', john?.contactName]]),
    ...addressFigures('contact JOHN QUINN', john?.address, {
      addressLine1: 'Service Department',
      city: 'Milwaukee'
    })
  ];
}

async function shipTo({ records }: VerifiedCompany): Promise<Figure[]> {
  const [found] = await records.shipToAddresses.byKeys([{ ...ABF, shipToCode: '2' }]);
  return addressFigures('ship-to 2', found?.address, {
    addressLine1: '5411 Kendrick Dr',
    addressLine2: 'Suite 2087',
    city: 'Racine',
    state: 'WI',
    zipCode: '53402'
  });
}

function addressFigures(
  subject: string,
  address: PostalAddress | undefined,
  published: Partial<Record<keyof PostalAddress, string>>
): Figure[] {
  const names: Readonly<Record<keyof PostalAddress, string>> = {
    addressLine1: 'address line 1',
    addressLine2: 'address line 2',
    addressLine3: 'address line 3',
    city: 'city',
    state: 'state',
    zipCode: 'ZIP code',
    countryCode: 'country'
  };
  return figures(
    subject,
    Object.entries(published).flatMap(([part, expected]) =>
      isPart(part) ? [[names[part], expected, address?.[part]] as const] : []
    )
  );
}

function isPart(name: string): name is keyof PostalAddress {
  return /^(addressLine[123]|city|state|zipCode|countryCode)$/.test(name);
}
