// What the platform's own `lightning/*` modules export, as far as this package uses them.
// No import at the top: an import would turn these declarations into augmentations.

declare module 'lightning/uiRecordApi' {
  export interface FieldReference {
    readonly fieldApiName: string;
    readonly objectApiName: string;
  }
  /** A field imported from `@salesforce/schema`, or its name such as `Account.Name`. */
  export type FieldId = FieldReference | string;
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
    fields?: readonly FieldId[] | undefined;
    optionalFields?: readonly FieldId[] | undefined;
  }
  export const getRecord: import('lwc').WireAdapterConstructor<
    RecordConfig,
    WireResult<RecordRepresentation>,
    never
  >;
  export function getFieldValue(record: RecordRepresentation | undefined, field: FieldId): unknown;
  /** As the org writes the value for this user; null where it writes it no other way. */
  export function getFieldDisplayValue(
    record: RecordRepresentation | undefined,
    field: FieldId
  ): string | null | undefined;

  /** Rejects with a FetchResponse whose `body` is one error object. So do the other writes. */
  export function createRecord(input: {
    readonly apiName: string;
    readonly fields: Readonly<Record<string, unknown>>;
  }): Promise<RecordRepresentation>;
  /** The record is the one that `fields.Id` names. */
  export function updateRecord(input: {
    readonly fields: Readonly<Record<string, unknown>>;
  }): Promise<RecordRepresentation>;
  export function deleteRecord(recordId: string): Promise<void>;

  /** Says that records changed without Lightning Data Service: it reads them again for everyone who shows them. */
  export function notifyRecordUpdateAvailable(
    records: readonly { readonly recordId: string }[]
  ): Promise<void>;
}

declare module 'lightning/graphql' {
  /** What `gql` makes of a document; only the platform looks inside. */
  export interface GraphQLDocument {
    readonly __graphQLDocument?: never;
  }
  export interface GraphQLError {
    readonly message: string;
    readonly [name: string]: unknown;
  }
  export interface GraphQLConfig {
    /** The wire waits as long as there is none. */
    query: GraphQLDocument | undefined;
    variables?: Readonly<Record<string, unknown>> | undefined;
    operationName?: string | undefined;
  }
  /** What the wire gives; before the first answer without data and without errors. */
  export interface GraphQLResult<T = unknown> {
    readonly data?: T | undefined;
    readonly errors?: readonly GraphQLError[] | undefined;
    /** Asks again past the cache; resolves when the wire has the answer. */
    readonly refresh?: (() => Promise<void>) | undefined;
  }
  export function gql(text: TemplateStringsArray, ...values: readonly unknown[]): GraphQLDocument;
  export const graphql: import('lwc').WireAdapterConstructor<GraphQLConfig, GraphQLResult, never>;
  /** Runs a mutation once; `variables.input` holds the record. */
  export function executeMutation(
    config: GraphQLConfig
  ): Promise<{ readonly data?: unknown; readonly errors?: readonly GraphQLError[] | undefined }>;
}

declare module 'lightning/uiObjectInfoApi' {
  import type { WireAdapterConstructor } from 'lwc';
  import type { WireResult } from 'lightning/uiRecordApi';

  export interface FieldInfo {
    readonly apiName: string;
    readonly label: string;
    readonly dataType: string;
    readonly createable: boolean;
    readonly updateable: boolean;
    readonly required: boolean;
    readonly inlineHelpText: string | null;
  }
  /** What the user may do with an object; fields that the user may not see are absent. */
  export interface ObjectInfo {
    readonly apiName: string;
    readonly label: string;
    readonly labelPlural: string;
    readonly createable: boolean;
    readonly updateable: boolean;
    readonly deletable: boolean;
    readonly queryable: boolean;
    readonly defaultRecordTypeId: string | null;
    readonly fields: Readonly<Record<string, FieldInfo>>;
  }
  export interface PicklistValue {
    readonly label: string;
    readonly value: string;
  }
  export interface PicklistValues {
    readonly defaultValue: PicklistValue | null;
    readonly values: readonly PicklistValue[];
  }
  export interface ObjectInfos {
    readonly results: readonly { readonly statusCode: number; readonly result: ObjectInfo }[];
  }
  type ApiName = string | { readonly objectApiName: string };

  export const getObjectInfo: WireAdapterConstructor<
    { objectApiName: ApiName | undefined },
    WireResult<ObjectInfo>,
    never
  >;
  export const getObjectInfos: WireAdapterConstructor<
    { objectApiNames: readonly ApiName[] | undefined },
    WireResult<ObjectInfos>,
    never
  >;
  export const getPicklistValues: WireAdapterConstructor<
    {
      recordTypeId: string | undefined;
      fieldApiName: string | { readonly fieldApiName: string; readonly objectApiName: string } | undefined;
    },
    WireResult<PicklistValues>,
    never
  >;
  export const getPicklistValuesByRecordType: WireAdapterConstructor<
    { objectApiName: ApiName | undefined; recordTypeId: string | undefined },
    WireResult<{ readonly picklistFieldValues: Readonly<Record<string, PicklistValues>> }>,
    never
  >;
}

declare module 'lightning/navigation' {
  import type { LightningElement, WireAdapterConstructor } from 'lwc';

  /** A page in Salesforce's terms, as `{ type: 'standard__navItemPage', attributes: { apiName: 'Sage_Monitor' } }`. */
  export interface PageReference {
    type: string;
    attributes: Readonly<Record<string, string | undefined>>;
    /** Names of a component's own carry its namespace, as `c__pair`; they stand in the address. */
    state?: Readonly<Record<string, string | undefined>> | undefined;
  }
  const navigate: unique symbol;
  const generateUrl: unique symbol;
  interface Navigating {
    [navigate](page: PageReference, replace?: boolean): void;
    [generateUrl](page: PageReference): Promise<string>;
  }
  type Constructor<T> = new (...args: any[]) => T;

  export const NavigationMixin: {
    <T extends Constructor<LightningElement>>(base: T): T & Constructor<Navigating>;
    readonly Navigate: typeof navigate;
    readonly GenerateUrl: typeof generateUrl;
  };
  /** The page that a component stands on, again at each change of its state. */
  export const CurrentPageReference: WireAdapterConstructor<
    Record<string, never>,
    PageReference | null,
    never
  >;
}

declare module 'lightning/platformShowToastEvent' {
  export class ShowToastEvent extends CustomEvent<unknown> {
    constructor(toast: {
      readonly title: string;
      readonly message?: string;
      readonly messageData?: readonly (string | { readonly url: string; readonly label: string })[];
      readonly variant?: 'info' | 'success' | 'warning' | 'error';
      readonly mode?: 'dismissible' | 'pester' | 'sticky';
    });
  }
}

declare module 'lightning/toast' {
  interface ToastLink {
    readonly url: string;
    readonly label: string;
  }
  export interface ToastOptions {
    readonly label: string;
    readonly message?: string;
    readonly labelLinks?: readonly ToastLink[];
    readonly messageLinks?: readonly ToastLink[] | Readonly<Record<string, ToastLink>>;
    readonly variant?: 'info' | 'success' | 'warning' | 'error';
    readonly mode?: 'dismissible' | 'sticky';
  }
  const Toast: { show(options: ToastOptions, page?: import('lwc').LightningElement): Promise<void> };
  export default Toast;
}

declare module 'lightning/modal' {
  import { LightningElement } from 'lwc';

  /** The base of a component that opens as a dialog: `await MyDialog.open({ label: '…', size: 'small' })`. */
  export default class LightningModal extends LightningElement {
    /** Resolves with what `close` was given; undefined when the user closed the dialog. */
    static open(options: {
      readonly label: string;
      readonly size?: 'small' | 'medium' | 'large' | 'full';
      readonly description?: string;
      readonly disableClose?: boolean;
      readonly [property: string]: unknown;
    }): Promise<unknown>;
    label: string;
    size: string;
    description: string;
    disableClose: boolean;
    close(result?: unknown): void;
  }
}

declare module 'lightning/confirm' {
  /** A question; true for OK. */
  const LightningConfirm: {
    open(options: {
      readonly message: string;
      readonly label: string;
      readonly theme?: string;
      readonly variant?: 'header' | 'headerless';
    }): Promise<boolean>;
  };
  export default LightningConfirm;
}

declare module 'lightning/alert' {
  /** A message; resolves when it was read. */
  const LightningAlert: {
    open(options: {
      readonly message: string;
      readonly label: string;
      readonly theme?: string;
      readonly variant?: 'header' | 'headerless';
    }): Promise<void>;
  };
  export default LightningAlert;
}

declare module 'lightning/prompt' {
  /** A question for a text; null when it was cancelled. */
  const LightningPrompt: {
    open(options: {
      readonly message: string;
      readonly label: string;
      readonly defaultValue?: string;
      readonly theme?: string;
      readonly variant?: 'header' | 'headerless';
    }): Promise<string | null>;
  };
  export default LightningPrompt;
}
