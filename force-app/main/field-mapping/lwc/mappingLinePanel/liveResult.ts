import type { Value } from 'c/mappingModel';

/** What becomes of the sample record by one line. */
export type LiveResult =
  | { readonly kind: 'asking' }
  | { readonly kind: 'none' }
  | { readonly kind: 'fault'; readonly problem: string }
  | {
      readonly kind: 'result';
      readonly before: { readonly sage: readonly Value[]; readonly salesforce: readonly Value[] };
      readonly after: { readonly sage: readonly Value[]; readonly salesforce: readonly Value[] };
      readonly sentence: string;
      readonly isFault: boolean;
    };
