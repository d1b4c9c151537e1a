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
  if (id === '@salesforce/i18n/lang') return { code: 'export default globalThis.previewSession.language;' };
  if (id === '@salesforce/i18n/locale') return { code: 'export default globalThis.previewSession.locale;' };
  if (id === '@salesforce/client/formFactor') return exporting('Large');
  return { refusal: 'the preview has no such platform module' };
}

/** The words in the user's language; those of the label itself where nobody translated it, as on the platform. */
function labelModule(name: string, { labels, translations }: PackageMetadata): ScopedModule {
  const value = labels.get(name);
  if (value === undefined)
    return { refusal: `no *.labels-meta.xml of the package defines the custom label ${name}` };
  const others = translations.flatMap((translation) => {
    const text = translation.labels.get(name);
    return text === undefined ? [] : [[languageTag(translation.language), text] as const];
  });
  if (others.length === 0) return exporting(value);
  const texts = JSON.stringify(Object.fromEntries(others));
  return { code: `export default ${texts}[globalThis.previewSession.language] ?? ${JSON.stringify(value)};` };
}

/** `fr-CA` of Salesforce's `fr_CA`. */
export function languageTag(language: string): string {
  return language.replace('_', '-');
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
