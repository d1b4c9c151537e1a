import type { SalesOrderDraft } from '../../canonical/drafts/sales-order-draft.ts';
import type { FieldFault } from '../../errors/ledger-bridge-error.ts';
import { toSageAddress } from '../address/to-sage-address.ts';
import { given } from './line-drafts.ts';
import { mappedValue } from './mapped-value.ts';
import type { DraftCompany, OrderContent, OrderDraftSettings } from './order-content.ts';
import { pairedValues } from './paired-values.ts';

/** Fields of the header that a field pair may fill; UDF_ columns besides. */
export const pairableHeaderFields = [
  'orderDate',
  'shipDate',
  'customerPONo',
  'shipToCode',
  'shipVia',
  'warehouseCode',
  'termsCode',
  'taxSchedule',
  'salesperson',
  'confirmTo',
  'emailAddress',
  'comment',
  'discountRate',
  'freightAmount'
] as const;

export type HeaderDraft = Omit<SalesOrderDraft, 'requestKey' | 'customerNo' | 'kind' | 'lines'>;

export interface HeaderAnswer {
  readonly header: HeaderDraft;
  readonly faults: readonly FieldFault[];
  /** What a person may want to look at. */
  readonly remarks: readonly string[];
}

/**
 * The header of a draft. A field pair's value comes before that of the standard field; an order without a day is of today;
 * one without a warehouse goes to the default one. An address of its own is sent only where no ship-to code is: the code
 * is Sage's own address.
 */
export function headerDraft(
  content: OrderContent,
  settings: OrderDraftSettings,
  company: DraftCompany
): HeaderAnswer {
  const { valueMappings } = settings;
  const pairs = settings.fieldPairs.filter(({ object }) => object === content.object);
  const paired = pairedValues(pairs, content.row, pairableHeaderFields, company.timeZone);
  const { fields } = paired;
  const shipToCode = fields.shipToCode ?? content.shipToCode;
  const address = shipToAddress(content, shipToCode, company);
  const warehouse = fields.warehouseCode ?? content.warehouseCode;
  const header: HeaderDraft = {
    ...given('taxSchedule', fields.taxSchedule),
    ...given('salesperson', fields.salesperson),
    ...given('confirmTo', fields.confirmTo),
    ...given('emailAddress', fields.emailAddress),
    ...given('discountRate', fields.discountRate),
    ...given('freightAmount', fields.freightAmount),
    orderDate: fields.orderDate ?? content.orderDate ?? company.today,
    ...given('shipDate', fields.shipDate ?? content.shipDate),
    ...given('customerPONo', trimmed(fields.customerPONo ?? content.customerPONo)),
    ...given('shipToCode', trimmed(shipToCode)),
    ...(address.draft && { shipToAddress: address.draft }),
    ...given('shipVia', mappedValue('Ship Via', fields.shipVia ?? content.shipVia, valueMappings)),
    ...given(
      'warehouseCode',
      mappedValue('Warehouse', warehouse, valueMappings) ?? trimmed(settings.defaultWarehouse)
    ),
    ...given('termsCode', mappedValue('Terms', fields.termsCode ?? content.termsCode, valueMappings)),
    ...given('comment', trimmed(fields.comment ?? content.comment)),
    ...(pairs.length > 0 && { userDefinedFields: { ...paired.userDefinedFields } })
  };
  return { header, faults: [...paired.faults, ...address.faults], remarks: address.remarks };
}

function trimmed(text: string | null): string {
  return text?.trim() ?? '';
}

interface ShipToAnswer {
  readonly draft?: NonNullable<HeaderDraft['shipToAddress']>;
  readonly faults: readonly FieldFault[];
  readonly remarks: readonly string[];
}

function shipToAddress(
  content: OrderContent,
  shipToCode: string | null,
  company: DraftCompany
): ShipToAnswer {
  const { shipTo, account } = content;
  const said = [shipTo?.street, shipTo?.city, shipTo?.postalCode].some(
    (text) => trimmed(text ?? null) !== ''
  );
  if (shipTo === null || !said || trimmed(shipToCode) !== '') return { faults: [], remarks: [] };
  const answer = toSageAddress(shipTo, company.address);
  const remarks = answer.remarks.map(({ remark }) => `Shipping address: ${remark}`);
  if (!answer.fits)
    return {
      faults: answer.faults.map((fault) => ({ ...fault, field: SHIPPING[fault.field] ?? fault.field })),
      remarks
    };
  const { addressLine1, addressLine2, addressLine3, city, state, zipCode, countryCode } = answer.address;
  const lines = [addressLine1, addressLine2, addressLine3].filter((line) => line !== null);
  return {
    draft: {
      ...(account !== null && { name: account.name }),
      lines,
      city: city ?? '',
      state: state ?? '',
      zipCode: zipCode ?? '',
      countryCode: countryCode ?? ''
    },
    faults: [],
    remarks
  };
}

const SHIPPING: Readonly<Record<string, string>> = {
  street: 'ShippingStreet',
  city: 'ShippingCity',
  state: 'ShippingState',
  postalCode: 'ShippingPostalCode',
  country: 'ShippingCountry'
};
