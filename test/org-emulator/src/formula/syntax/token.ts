/** What a formula is made of, with the place (0-based) where each begins. */
export type Token =
  | { readonly type: 'end'; readonly text: ''; readonly at: number }
  | { readonly type: 'name' | 'number' | 'symbol'; readonly text: string; readonly at: number }
  | { readonly type: 'text'; readonly text: string; readonly value: string; readonly at: number };
