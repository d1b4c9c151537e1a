import type { PackageMetadata } from '../project/package-metadata.ts';

/** The source text of a platform module, or why the org would refuse the import. */
export type ScopedModule = { readonly code: string } | { readonly refusal: string };

const LABEL = /^@salesforce\/label\/c\.(\w+)$/;
const SCHEMA = /^@salesforce\/schema\/(\w+)(?:\.([\w.]+))?$/;

/**
 * What an import from an `@salesforce/…` scope gives (Lightning Web Components Developer Guide,
 * "@salesforce Modules"), checked against the package: a label or custom field that it lacks is refused.
 */
export function scopedModule(id: string, metadata: PackageMetadata): ScopedModule {
  const [, label] = LABEL.exec(id) ?? [];
  if (label) return labelModule(label, metadata);
  const [, object, field] = SCHEMA.exec(id) ?? [];
  if (object) return schemaModule(object, field, metadata);
  // The session is known only in the browser; the entry puts it there before any component loads.
  if (id === '@salesforce/user/Id') return { code: 'export default globalThis.previewSession.userId;' };
  if (id === '@salesforce/user/isGuest') return exporting(false);
  return { refusal: 'the preview has no such platform module' };
}

function labelModule(name: string, { labels }: PackageMetadata): ScopedModule {
  const value = labels.get(name);
  return value === undefined
    ? { refusal: `no *.labels-meta.xml of the package defines the custom label ${name}` }
    : exporting(value);
}

function schemaModule(
  object: string,
  field: string | undefined,
  { customFields }: PackageMetadata
): ScopedModule {
  if (!field) return exporting({ objectApiName: object });
  if (/^\w+__c$/.test(field) && !customFields.has(`${object}.${field}`))
    return { refusal: `the package defines no field ${field} on ${object}` };
  return exporting({ fieldApiName: field, objectApiName: object });
}

function exporting(value: unknown): ScopedModule {
  return { code: `export default ${JSON.stringify(value)};` };
}
