import { SalesforceError } from '../errors/salesforce-error.ts';
import { isNumeric, type FieldDefinition, type FieldValue } from '../schema/field.ts';
import { malformedQuery } from './query-error.ts';
import { isMarkedTime, markedTime } from './unread-literals.ts';

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** The value a literal of a query has for a field; a literal of another type is refused as Salesforce does. */
export function literalValue(
  field: FieldDefinition,
  text: string,
  literalType: string | undefined
): FieldValue {
  switch (literalType) {
    case 'NULL':
      return null;
    case 'BOOLEAN':
      return requireType(field, field.type === 'boolean', text.toUpperCase() === 'TRUE');
    case 'INTEGER':
    case 'DECIMAL':
      return requireType(field, isNumeric(field.type), Number(text));
    case 'DATE':
      return requireType(field, field.type === 'date', text);
    case 'DATETIME':
      return requireType(field, field.type === 'datetime', text);
    case 'STRING':
      if (isMarkedTime(text)) return requireType(field, field.type === 'time', markedTime(text));
      return requireType(field, isWrittenInQuotes(field), unquote(text));
    default:
      throw malformedQuery(`unexpected token: ${text}`);
  }
}

function requireType(field: FieldDefinition, fits: boolean, value: FieldValue): FieldValue {
  if (fits) return value;
  const quotes = isWrittenInQuotes(field)
    ? 'should be enclosed in quotes'
    : 'should not be enclosed in quotes';
  const type = isNumeric(field.type) ? 'double' : field.type === 'datetime' ? 'dateTime' : field.type;
  const message = `value of filter criterion for field '${field.name}' must be of type ${type} and ${quotes}`;
  throw new SalesforceError(400, 'INVALID_FIELD', message);
}

function isWrittenInQuotes(field: FieldDefinition): boolean {
  return !isNumeric(field.type) && !['boolean', 'date', 'datetime', 'time'].includes(field.type);
}

/** Text between the quotes; `\%` and `\_` stay for LIKE. */
function unquote(text: string): string {
  return text.slice(1, -1).replace(/\\([nrtbf'"\\])/g, (_match, letter: string) => escapes[letter] ?? letter);
}
