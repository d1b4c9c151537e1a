// What the platform's own `lightning/*` modules export, as far as this package uses them.
// No import at the top: an import would turn these declarations into augmentations.

declare module 'lightning/uiRecordApi' {
  export interface FieldReference {
    readonly fieldApiName: string;
    readonly objectApiName: string;
  }
  export interface FieldValue {
    readonly value: unknown;
    readonly displayValue: string | null;
  }
  export interface RecordRepresentation {
    readonly apiName: string;
    readonly id: string;
    readonly fields: Readonly<Record<string, FieldValue>>;
  }
  export interface WireResult<T> {
    readonly data?: T | undefined;
    readonly error?: unknown;
  }
  export interface RecordConfig {
    recordId?: string | undefined;
    fields?: readonly FieldReference[] | undefined;
    optionalFields?: readonly FieldReference[] | undefined;
  }
  export const getRecord: import('lwc').WireAdapterConstructor<
    RecordConfig,
    WireResult<RecordRepresentation>,
    never
  >;

  /** Says that records changed without Lightning Data Service: it reads them again for everyone who shows them. */
  export function notifyRecordUpdateAvailable(
    records: readonly { readonly recordId: string }[]
  ): Promise<void>;
}
