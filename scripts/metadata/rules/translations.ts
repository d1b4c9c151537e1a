import { labelNames } from '../inventory.ts';
import { filesOf, type MetadataFile, type PackageSource } from '../package-source.ts';
import type { Problem } from '../problem.ts';
import { problemAt, type Rule } from '../rule.ts';
import { children, childText, type XmlElement } from '../xml.ts';

const PLACEHOLDER = /\{\w+\}/g;

/**
 * Every custom label has a translation in each language of the package, with the same placeholders, and no translation
 * lacks its label.
 */
export const translationsRule: Rule = {
  name: 'translations',
  check: (source) => {
    const texts = labelTexts(source);
    return filesOf(source, 'Translations').flatMap((file) => problemsOf(file, texts));
  }
};

function labelTexts(source: PackageSource): ReadonlyMap<string, string> {
  const labels = filesOf(source, 'CustomLabels').flatMap((file) => children(file.root, 'labels'));
  const texts = labels.map(
    (label) => [childText(label, 'fullName') ?? '', childText(label, 'value') ?? ''] as const
  );
  return new Map(texts.filter(([name]) => labelNames(source).has(name)));
}

function problemsOf(file: MetadataFile, texts: ReadonlyMap<string, string>): Problem[] {
  const translations = children(file.root, 'customLabels');
  const names = translations.map(nameOf);
  const missing = [...texts.keys()].filter((name) => !names.includes(name));
  return [
    ...missing.map((name) =>
      problemAt(
        file.file,
        1,
        `the label ${name} has no translation into ${file.name}`,
        'Add it to the file of that language'
      )
    ),
    ...translations.flatMap((translation, index) =>
      faultOf(translation, texts, names.indexOf(nameOf(translation)) < index).map(({ what, fix }) =>
        problemAt(file.file, translation.line, what, fix)
      )
    )
  ];
}

interface Fault {
  readonly what: string;
  readonly fix: string;
}

function faultOf(translation: XmlElement, texts: ReadonlyMap<string, string>, isSecond: boolean): Fault[] {
  const name = nameOf(translation);
  const text = texts.get(name);
  if (text === undefined)
    return [
      {
        what: `a translation is for the label ${name}, which does not exist`,
        fix: 'Remove it, or add the label'
      }
    ];
  if (isSecond) return [{ what: `the label ${name} is translated twice`, fix: 'Keep one of them' }];
  const wanted = placeholders(text);
  if (placeholders(childText(translation, 'label') ?? '') === wanted) return [];
  return [
    {
      what: `the translation of ${name} has other placeholders than the label`,
      fix: wanted === '' ? 'Use none' : `Use ${wanted}`
    }
  ];
}

function nameOf(translation: XmlElement): string {
  return childText(translation, 'name') ?? '';
}

/** In one order: another language may name them in another. */
function placeholders(text: string): string {
  return [...text.matchAll(PLACEHOLDER)]
    .map(([placeholder]) => placeholder)
    .toSorted()
    .join(' ');
}
