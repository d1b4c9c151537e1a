import { filesOf, type MetadataFile } from '../package-source.ts';
import type { Problem } from '../problem.ts';
import { problemAt, type Rule } from '../rule.ts';
import { childText } from '../xml.ts';

/** What a field of each type needs besides its name, by the Metadata API guide's page on CustomField. */
const needed: Readonly<Record<string, readonly string[]>> = {
  Text: ['length'],
  LongTextArea: ['length', 'visibleLines'],
  Html: ['length', 'visibleLines'],
  EncryptedText: ['length'],
  Number: ['precision', 'scale'],
  Currency: ['precision', 'scale'],
  Percent: ['precision', 'scale'],
  Checkbox: ['defaultValue'],
  Lookup: ['referenceTo', 'relationshipName'],
  MasterDetail: ['referenceTo', 'relationshipName'],
  Picklist: ['valueSet'],
  MultiselectPicklist: ['valueSet', 'visibleLines']
};

/** A field has a label, and what its type needs. */
export const fieldDefinitionRule: Rule = {
  name: 'field-definition',
  check: (source) => filesOf(source, 'CustomField').flatMap(checkField)
};

function checkField({ file, name, root }: MetadataFile): Problem[] {
  const type = childText(root, 'type');
  const isFormula = childText(root, 'formula') !== undefined;
  // A field file of a standard field (an override) has no type and no label of its own.
  if (type === undefined && !name.endsWith('__c')) return [];
  const wanted = ['fullName', 'label', 'type', ...(isFormula ? [] : (needed[type ?? ''] ?? []))];
  const missing = wanted
    .filter((part) => root.children.every((each) => each.name !== part))
    .map((part) => {
      const what = `<${part}> is missing in the ${type ?? 'untyped'} field ${name}`;
      return problemAt(file, root.line, what, `Add <${part}>`);
    });
  return [...missing, ...checkFullName(file, name, childText(root, 'fullName'), root.line)];
}

function checkFullName(file: string, name: string, fullName: string | undefined, line: number): Problem[] {
  if (fullName === undefined || fullName === name) return [];
  return [
    problemAt(file, line, `<fullName> is '${fullName}', the file is ${name}`, 'Give both the same name')
  ];
}
