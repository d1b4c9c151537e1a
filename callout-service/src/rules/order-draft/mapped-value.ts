import type { ValueMapping } from './order-content.ts';

/**
 * What a value of Salesforce is called in Sage: by the admin's table, without regard to case and blanks at its ends; a
 * value that is not in the table goes as it is. Blank is undefined: Sage fills it in.
 */
export function mappedValue(
  kind: ValueMapping['kind'],
  value: string | null | undefined,
  mappings: readonly ValueMapping[]
): string | undefined {
  const wanted = value?.trim() ?? '';
  if (wanted === '') return undefined;
  const found = mappings.find(
    (mapping) => mapping.kind === kind && comparable(mapping.salesforceValue) === comparable(wanted)
  );
  return found?.sageValue.trim() ?? wanted;
}

function comparable(text: string): string {
  return text.trim().toLowerCase();
}
