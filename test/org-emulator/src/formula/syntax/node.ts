/** Operators between two values; `==` and `!=` are written `=` and `<>`. */
export type BinaryOperator =
  '-' | '&' | '&&' | '*' | '+' | '/' | '<' | '<=' | '<>' | '=' | '>' | '>=' | '^' | '||';

/** A formula as it was written, before its types are known. */
export type FormulaNode =
  | {
      readonly type: 'binary';
      readonly operator: BinaryOperator;
      readonly left: FormulaNode;
      readonly right: FormulaNode;
    }
  | { readonly type: 'boolean'; readonly value: boolean }
  | { readonly type: 'call'; readonly name: string; readonly args: readonly FormulaNode[] }
  | { readonly type: 'not'; readonly operand: FormulaNode }
  | { readonly type: 'null' }
  | { readonly type: 'number'; readonly text: string }
  | { readonly type: 'reference'; readonly name: string }
  | { readonly type: 'sign'; readonly sign: '-' | '+'; readonly operand: FormulaNode }
  | { readonly type: 'text'; readonly value: string };
