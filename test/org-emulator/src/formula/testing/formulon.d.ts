/** What the tests use of formulon, which comes without types. */
declare module 'formulon' {
  interface FormulonLiteral {
    readonly type: 'literal';
    readonly dataType: 'checkbox' | 'date' | 'number' | 'text';
    readonly value: unknown;
    readonly options?: object;
  }

  interface FormulonError {
    readonly type: 'error';
    readonly message: string;
  }

  export function parse(
    formula: string,
    substitutions?: Readonly<Record<string, FormulonLiteral>>
  ): FormulonError | FormulonLiteral;
}
