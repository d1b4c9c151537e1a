/**
 * Words at the end of a company's name that tell its legal form, in comparable form (upper case, no full stops). Left out
 * on purpose are forms that are everyday words or initials too, as `SPA`, `AS` and `PC`.
 */
const LEGAL_FORMS: ReadonlySet<string> = new Set(
  [
    'INC INCORPORATED CORP CORPORATION CO COMPANY LLC LLP LLLP LP LTD LTDA LIMITED PLC PLLC',
    'GMBH MBH AG KG KGAA OHG UG EV SE SA SAS SARL SRL CV BV NV OY OYJ AB APS PTY PTE ULC LTEE INCORPOREE'
  ].flatMap((forms) => forms.split(' '))
);

/** Whether a word, in comparable form, tells a legal form. */
export function isLegalForm(word: string): boolean {
  return LEGAL_FORMS.has(word);
}
