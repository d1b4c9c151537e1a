import { standardFields, systemFields } from './standard-fields.ts';
import { filesOf, type PackageSource } from './package-source.ts';
import { children, childText } from './xml.ts';

/** Whether an object is of the package or one of the standard ones that it uses. */
export function hasObject(source: PackageSource, object: string): boolean {
  if (Object.hasOwn(standardFields, object)) return true;
  return filesOf(source, 'CustomObject').some((file) => file.name === object);
}

/** Whether an object has a field: a standard one, one of the package's, or one every object has. */
export function hasField(source: PackageSource, object: string, field: string): boolean {
  if (standardFields[object]?.includes(field) === true) return true;
  if (systemFields(object).includes(field)) return true;
  return customFields(source).has(`${object}.${field}`);
}

/** The package's own fields as `Account.Sage_Customer_No__c`. */
export function customFields(source: PackageSource): ReadonlySet<string> {
  const names = filesOf(source, 'CustomField').map((file) => {
    const object = /objects\/([^/]+)\/fields\//.exec(file.file)?.[1] ?? '';
    return `${object}.${file.name}`;
  });
  return new Set(names);
}

/** The names of all custom labels. */
export function labelNames(source: PackageSource): ReadonlySet<string> {
  const labels = filesOf(source, 'CustomLabels').flatMap((file) => children(file.root, 'labels'));
  return new Set(labels.map((label) => childText(label, 'fullName') ?? ''));
}

/** Whether the package has a file with this root element and name. */
export function hasFile(source: PackageSource, rootName: string, name: string): boolean {
  return filesOf(source, rootName).some((file) => file.name === name);
}
