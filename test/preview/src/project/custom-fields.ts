import path from 'node:path';
import type { SalesforceProject } from './salesforce-project.ts';

/** `Object.Field__c` of every custom field that the package defines. */
export function findCustomFields(project: SalesforceProject): Set<string> {
  const files = project.files.filter((file) => file.endsWith('.field-meta.xml'));
  return new Set(
    files.map((file) => {
      const object = path.basename(path.dirname(path.dirname(file)));
      return `${object}.${path.basename(file, '.field-meta.xml')}`;
    })
  );
}
