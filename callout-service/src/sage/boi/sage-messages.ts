import type { ErrorCode } from '../../errors/catalogue.ts';

interface Pattern {
  readonly code: ErrorCode;
  readonly text: RegExp;
}

// Sage does not publish the texts of sLastErrorMsg. These patterns are inferred from its screens and from public programs
// on top of Business Object Interface; what none of them fits stays a plain refusal, with Sage's words for the reader.
const OF_A_RECORD: readonly Pattern[] = [
  { code: 'LB510', text: /\b(is|are|currently|already)\b.{0,20}\b(in use|locked|being used)\b/i },
  { code: 'LB510', text: /\b(in use|locked|being (used|edited|updated)) by\b/i },
  { code: 'LB510', text: /\brecord (is )?(locked|busy)\b/i }
];

const OF_A_LOGIN: readonly Pattern[] = [
  {
    code: 'LB515',
    text: /\b(licen[cs]es?|seats?|users?)\b.{0,60}\b(exceeded|maximum|limit|in use|available)\b/i
  },
  { code: 'LB515', text: /\b(exceeded|maximum|limit)\b.{0,60}\b(licen[cs]es?|seats?|users?)\b/i }
];

/** The code for what Sage said when it refused a record or a value: LB510 when somebody has it open, else LB511. */
export function codeOfRefusal(message: string): 'LB510' | 'LB511' {
  return fits(OF_A_RECORD, message) ? 'LB510' : 'LB511';
}

/** The code for what Sage said when it refused to open a session: LB515 when no seat is free, else LB514. */
export function codeOfLoginRefusal(message: string): 'LB514' | 'LB515' {
  return fits(OF_A_LOGIN, message) ? 'LB515' : 'LB514';
}

function fits(patterns: readonly Pattern[], message: string): boolean {
  return patterns.some(({ text }) => text.test(message));
}
