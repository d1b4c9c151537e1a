import { convertAmount } from '../../../rules/currency/convert.ts';
import { conversionOn } from '../../../rules/currency/exchange-rate.ts';
import { decimalOf, plainDecimal } from '../../values/decimal.ts';
import { always, type TransformDefinition, type TransformOf } from '../definition.ts';
import { isNumberKind } from '../kinds-of-values.ts';
import type { TransformContext } from '../transform-context.ts';
import { isRefused, onEachText, refusal, textOf, type Turned, type Values } from '../turning.ts';

/** The day goes no further: it only tells which rate counts. */
function converted(transform: TransformOf<'currency'>, values: Values, context: TransformContext): Turned {
  const { from, to, dayAt } = transform;
  const amounts = values.filter((_, index) => index !== dayAt);
  if (amounts.every((amount) => textOf(amount) === null)) return amounts.map(() => null);
  const day = dayAt === undefined ? context.today : textOf(values[dayAt] ?? null)?.slice(0, 10);
  if (day === undefined)
    return refusal(null, 'The day whose exchange rate counts is empty.', 'Enter the day, then try again.');
  const answer = conversionOn(context.exchangeRates, { from, to, day });
  if (!answer.found) return refusal(answer.fault.value, answer.fault.problem, answer.fault.fix);
  const turned = onEachText(undefined, amounts, (text) => {
    const amount = decimalOf(text);
    if (amount === undefined) return refusal(text, 'It is no amount.', 'Write it as 12.50.');
    return convertAmount(plainDecimal(amount), answer.conversion);
  });
  return isRefused(turned) ? turned : [...turned];
}

const rates = [
  { fromCurrency: 'EUR', toCurrency: 'USD', rate: '1.0842', validFrom: '2026-01-01' },
  { fromCurrency: 'EUR', toCurrency: 'USD', rate: '1.1000', validFrom: '2026-02-01' }
];

export const currency: TransformDefinition<'currency'> = {
  meaning:
    'Amounts converted at the rate of the day that stands at `dayAt` of the values, else of today, and rounded half up to' +
    ' the digits of the currency. The day itself goes no further.',
  forward: converted,
  backward: converted,
  oneWay: always,
  kinds: ({ dayAt }, entering) => {
    if (dayAt !== undefined && dayAt >= entering.length) return `there is no value ${dayAt}, counted from 0`;
    const amounts = entering.filter((_, index) => index !== dayAt);
    const wrong = amounts.find((kind) => !isNumberKind(kind));
    return wrong === undefined
      ? amounts.map(() => 'decimal' as const)
      : `it does not take values of kind ${wrong}`;
  },
  examples: [
    {
      transform: { kind: 'currency', from: 'EUR', to: 'USD', dayAt: 1 },
      context: { exchangeRates: rates },
      sage: ['100.00', '2026-01-31'],
      salesforce: ['108.42'],
      only: 'to-salesforce'
    },
    {
      transform: { kind: 'currency', from: 'EUR', to: 'USD' },
      context: { exchangeRates: rates, today: '2026-02-15' },
      sage: ['100.00'],
      salesforce: ['110.00'],
      only: 'to-salesforce'
    },
    {
      transform: { kind: 'currency', from: 'EUR', to: 'USD', dayAt: 1 },
      context: { exchangeRates: rates },
      from: 'sage',
      values: ['100.00', '2025-12-31'],
      refused: 'No exchange rate from EUR to USD is valid on 2025-12-31; the earliest is of 2026-01-01.'
    }
  ]
};
