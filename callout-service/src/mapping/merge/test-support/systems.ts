import { Decimal } from 'decimal.js';
import type { FieldValue, FieldValues } from '../../field-value.ts';
import type { FieldFacts } from '../../schemas/field-facts.ts';

type Facts = Readonly<Record<string, FieldFacts>>;

/** A record as Sage gives it back: padded texts, codes and names in capitals, numbers with all their digits. */
export function keptBySage(values: FieldValues, facts: Facts): FieldValues {
  return kept(values, facts, (text, kind) => {
    if (kind === 'decimal') return new Decimal(text).toFixed(6);
    return kind === 'text' || kind === 'code' ? `${text.toUpperCase()}  ` : text;
  });
}

/** A record as Salesforce gives it back: texts trimmed, numbers without superfluous zeros, moments with a zone. */
export function keptBySalesforce(values: FieldValues, facts: Facts): FieldValues {
  return kept(values, facts, (text, kind) => {
    if (kind === 'decimal') return new Decimal(text).toFixed();
    return kind === 'moment' ? text.replace('Z', '+0000') : text.trim().replace(/\n/g, '\r\n');
  });
}

function kept(
  values: FieldValues,
  facts: Facts,
  form: (text: string, kind: FieldFacts['kind'] | undefined) => string
): FieldValues {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]): [string, FieldValue] => [
      name,
      typeof value === 'string' ? form(value, facts[name]?.kind) : value
    ])
  );
}
