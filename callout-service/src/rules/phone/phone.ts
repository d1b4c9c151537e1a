// The `min` metadata: it reads, writes and checks lengths. `max` adds the ranges in use, by which a number of an area
// code opened after this release would count as wrong; whether a number is in use is not ours to judge.
import {
  isSupportedCountry,
  parsePhoneNumberFromString,
  type CountryCode,
  type PhoneNumber
} from 'libphonenumber-js/min';
import type { FieldFault } from '../../errors/ledger-bridge-error.ts';
import { textOrNull } from '../address/comparable-text.ts';
import { countryIso2 } from '../address/countries.ts';
import { joinExtension, splitExtension } from './extension.ts';

/** A number in Sage's shape: TelephoneNo and TelephoneExt. Blank is null. */
export interface SagePhone {
  readonly telephoneNo: string | null;
  readonly telephoneExt: string | null;
}

/** Where a number without a country code is dialled, and how long Sage's columns are. */
export interface PhoneSettings {
  /** Live lengths: TelephoneNo has 20 characters, 17 in older releases; TelephoneExt 6. */
  readonly lengths: { readonly telephoneNo: number; readonly telephoneExt: number };
  /** Country of the address that the number belongs to, as a name or any code; blank or unknown is the company's own. */
  readonly country: string | null;
  /** ISO 3166 alpha-2 code of the company's own country. */
  readonly businessCountry: string;
}

/** A number for Salesforce; `remark` where it is not recognised and kept as it is. */
export interface SalesforcePhoneAnswer {
  readonly phone: string | null;
  readonly remark?: string;
}

/** A number for Sage, or what of it does not fit. */
export type SagePhoneAnswer =
  | { readonly fits: true; readonly phone: SagePhone; readonly remark?: string }
  | { readonly fits: false; readonly faults: readonly FieldFault[] };

const NOT_RECOGNISED = 'The phone number is not recognised; it is kept as it is.';

/**
 * A number of Sage as Salesforce keeps it: E.164 with the extension behind, `+14145554787 x123`. What is not a number that
 * can be dialled stays as it is, with a remark. Sources: ITU-T E.164; Sage 100 file layouts, AR_Customer.
 */
export function toSalesforcePhone(phone: SagePhone, settings: PhoneSettings): SalesforcePhoneAnswer {
  const { number, extension, dialled } = readNumber(
    joinExtension(phone.telephoneNo, phone.telephoneExt),
    settings
  );
  if (dialled !== undefined) return { phone: joinExtension(dialled.number, extension) };
  const kept = textOrNull(joinExtension(number, extension));
  return kept === null ? { phone: null } : { phone: kept, remark: NOT_RECOGNISED };
}

/**
 * A number of Salesforce as Sage keeps it: the national form of its country, `(414) 555-4787`, or the international form
 * where the number is of another country than the address; the extension apart. What is not recognised passes unchanged
 * where it fits, with a remark; what does not fit is a fault (LB505, field `phone` or `extension`), never cut off.
 *
 * `present` is what Sage has now: when the number says the same, it is left just as Sage has it.
 */
export function toSagePhone(
  phone: string | null,
  settings: PhoneSettings,
  present?: SagePhone
): SagePhoneAnswer {
  if (present !== undefined && saysTheSame(phone, present, settings)) return { fits: true, phone: present };
  const { number, extension, dialled } = readNumber(phone, settings);
  const telephoneNo = dialled === undefined ? textOrNull(number) : sageForm(dialled, settings);
  const faults = [
    ...tooLong('phone', telephoneNo, settings.lengths.telephoneNo),
    ...tooLong('extension', extension, settings.lengths.telephoneExt)
  ];
  if (faults.length > 0) return { fits: false, faults };
  const unknown = dialled === undefined && telephoneNo !== null;
  return {
    fits: true,
    phone: { telephoneNo, telephoneExt: extension },
    ...(unknown && { remark: NOT_RECOGNISED })
  };
}

function saysTheSame(phone: string | null, present: SagePhone, settings: PhoneSettings): boolean {
  const now = toSalesforcePhone(present, settings).phone;
  const wanted = toSalesforcePhone({ telephoneNo: phone, telephoneExt: null }, settings).phone;
  return wanted === now || textOrNull(phone) === textOrNull(now);
}

interface ReadNumber {
  readonly number: string | null;
  readonly extension: string | null;
  /** Where the text is a number that can be dialled. */
  readonly dialled?: PhoneNumber;
}

/** A text's number and extension. A text with two extensions is no number: neither of them is to be lost. */
function readNumber(text: string | null, settings: PhoneSettings): ReadNumber {
  const { number, extension } = splitExtension(text);
  const dialled = possibleNumber(number, settings);
  if (dialled === undefined || (dialled.ext !== undefined && extension !== null))
    return { number, extension };
  return { number, extension: extension ?? dialled.ext ?? null, dialled };
}

/** The number behind a text, where the text is a number alone and has a length that its country knows. */
function possibleNumber(text: string | null, settings: PhoneSettings): PhoneNumber | undefined {
  const country = dialledFrom(settings);
  const number = parsePhoneNumberFromString(text ?? '', {
    extract: false,
    ...(country !== undefined && { defaultCountry: country })
  });
  return number?.isPossible() === true ? number : undefined;
}

function dialledFrom({ country, businessCountry }: PhoneSettings): CountryCode | undefined {
  const iso2 = countryIso2(country ?? '') ?? businessCountry;
  return isSupportedCountry(iso2) ? iso2 : undefined;
}

/** The first form, national before international, that fits and is read as the same number again. */
function sageForm(dialled: PhoneNumber, settings: PhoneSettings): string {
  const e164 = dialled.number;
  const plain = parsePhoneNumberFromString(e164) ?? dialled;
  const forms = [plain.formatNational(), plain.formatInternational()];
  const fitting = forms.find(
    (form) => form.length <= settings.lengths.telephoneNo && possibleNumber(form, settings)?.number === e164
  );
  return fitting ?? e164;
}

function tooLong(field: string, value: string | null, length: number): FieldFault[] {
  if (value === null || value.length <= length) return [];
  const problem = `It has ${value.length} characters; Sage's column holds ${length}.`;
  return [{ code: 'LB505', field, value, problem, fix: 'Shorten it to one number that can be dialled.' }];
}
