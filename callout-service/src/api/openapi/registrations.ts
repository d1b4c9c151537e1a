import { buildDocument } from './document.ts';
import type { Registration } from './registration.ts';

/** Every registration of the package: one for each role that has operations. */
export const registrations: readonly Registration[] = [
  {
    name: 'SageCalloutReader',
    label: 'Sage Callout Reader',
    description: 'Inquiries into Sage 100 that pages show',
    namedCredential: 'Sage_Callout_Reader',
    document: buildDocument('reader')
  },
  {
    name: 'SageCalloutWriter',
    label: 'Sage Callout Writer',
    description: 'Sales orders in Sage 100, written and cancelled by the Ledger Bridge callout service',
    namedCredential: 'Sage_Callout_Writer',
    document: buildDocument('writer')
  },
  {
    name: 'SageCalloutAdmin',
    label: 'Sage Callout Admin',
    description: 'Administration of the Ledger Bridge callout service',
    namedCredential: 'Sage_Callout_Admin',
    document: buildDocument('admin')
  }
];
