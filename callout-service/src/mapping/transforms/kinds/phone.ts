import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { joinExtension, splitExtension } from '../../../rules/phone/extension.ts';
import { toSagePhone, toSalesforcePhone, type PhoneSettings } from '../../../rules/phone/phone.ts';
import { never, type TransformDefinition, type TransformOf } from '../definition.ts';
import { kindsOfTexts } from '../kinds-of-values.ts';
import type { TransformContext } from '../transform-context.ts';
import { refusal, textOf, type Turned, type Values } from '../turning.ts';

type Form = TransformOf<'phone'>['salesforce'];

/** Lengths where none are known: those of Sage 100 file layouts, AR_Customer. */
const USUAL = { telephoneNo: 17, telephoneExt: 5 };
/** Room for every number there is, with its signs. */
const WIDE = { telephoneNo: 40, telephoneExt: 40 };

function settingsOf({ businessCountry }: TransformContext, lengths: PhoneSettings['lengths']): PhoneSettings {
  return { lengths, country: null, businessCountry };
}

function toSalesforce(
  [number = null, extension = null]: Values,
  form: Form,
  context: TransformContext
): Turned {
  const wide = settingsOf(context, WIDE);
  const sage = { telephoneNo: textOf(number), telephoneExt: textOf(extension) };
  const { phone, remark } = toSalesforcePhone(sage, wide);
  if (remark !== undefined || form === 'e164') return [phone];
  return [form === 'national' ? national(phone, wide) : international(phone)];
}

/** National where that is read as the same number again, else international. */
function national(e164: string | null, settings: PhoneSettings): string | null {
  const answer = toSagePhone(e164, settings);
  return answer.fits ? joinExtension(answer.phone.telephoneNo, answer.phone.telephoneExt) : e164;
}

function international(e164: string | null): string | null {
  const { number, extension } = splitExtension(e164);
  return joinExtension(parsePhoneNumberFromString(number ?? '')?.formatInternational() ?? number, extension);
}

function toSage([value = null]: Values, context: TransformContext): Turned {
  const apart = context.sageLengths.length > 1;
  const answer = toSagePhone(textOf(value), settingsOf(context, sageLengthsOf(context)));
  if (answer.fits) {
    const { telephoneNo, telephoneExt } = answer.phone;
    return apart ? [telephoneNo, telephoneExt] : [joinExtension(telephoneNo, telephoneExt)];
  }
  const problem = answer.faults.map((fault) => fault.problem).join(' ');
  return refusal(value, problem, 'Shorten it to one number that can be dialled.');
}

/** Together in one column, the extension is counted with the number, once that is written. */
function sageLengthsOf({ sageLengths }: TransformContext): PhoneSettings['lengths'] {
  const [telephoneNo = USUAL.telephoneNo, extension = USUAL.telephoneExt] = sageLengths;
  return { telephoneNo, telephoneExt: sageLengths.length > 1 ? extension : WIDE.telephoneExt };
}

export const phone: TransformDefinition<'phone'> = {
  meaning:
    'Telephone number, and extension where the field map has two fields of Sage ↔ one text, national, international or' +
    ' E.164. One number in several spellings counts as the same. What is no number that can be dialled stays as it is.',
  forward: ({ salesforce }, values, context) => toSalesforce(values, salesforce, context),
  backward: (_, values, context) => toSage(values, context),
  oneWay: never,
  kinds: (_, entering, way, sageFields) => {
    if (sageFields > 2) return 'it takes one or two fields of Sage';
    return way === 'forward' ? kindsOfTexts(entering, sageFields, 1) : kindsOfTexts(entering, 1, sageFields);
  },
  examples: [
    {
      transform: { kind: 'phone', salesforce: 'national' },
      context: { sageLengths: [17, 5] },
      sage: ['(414) 555-4787', '123'],
      salesforce: ['(414) 555-4787 x123']
    },
    {
      transform: { kind: 'phone', salesforce: 'e164' },
      context: { sageLengths: [17, 5] },
      sage: ['(414) 555-4787', null],
      salesforce: ['+14145554787']
    },
    {
      transform: { kind: 'phone', salesforce: 'international' },
      context: { sageLengths: [17] },
      sage: ['(414) 555-4787'],
      salesforce: ['+1 414 555 4787']
    },
    {
      transform: { kind: 'phone', salesforce: 'national' },
      context: { sageLengths: [17, 5] },
      sage: ['414.555.4787', null],
      salesforce: ['(414) 555-4787'],
      only: 'to-salesforce'
    },
    {
      transform: { kind: 'phone', salesforce: 'national' },
      context: { sageLengths: [17, 5] },
      sage: ['+49 30 901820', null],
      salesforce: ['+49 30 901820']
    },
    {
      transform: { kind: 'phone', salesforce: 'national' },
      context: { sageLengths: [17] },
      sage: ['see Artie'],
      salesforce: ['see Artie']
    },
    {
      transform: { kind: 'phone', salesforce: 'national' },
      context: { sageLengths: [17, 5] },
      from: 'salesforce',
      values: ['ask at the front desk'],
      refused: "It has 21 characters; Sage's column holds 17."
    }
  ]
};
