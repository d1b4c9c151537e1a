import { labelNames } from '../inventory.ts';
import { filesOf, type PackageSource } from '../package-source.ts';
import type { Problem } from '../problem.ts';
import { problemAt, type Rule } from '../rule.ts';
import { children, childText, descendants, type XmlElement } from '../xml.ts';

/** A label's name where it is defined or shown. */
interface Label {
  readonly file: string;
  readonly name: string;
  readonly element: XmlElement;
}

// A label of another package, as `$Label.other.Name`, cannot be looked up here.
const MERGE_FIELD = /\$Label\.(?:c\.)?(\w+)(?![\w.])/g;

/** A label that flows and pages show exists, no two have one name, and one that nothing uses is a warning. */
export const labelsRule: Rule = {
  name: 'labels',
  check: (source) => {
    const labels = allLabels(source);
    return [...missing(source), ...duplicates(labels), ...unused(labels, source)];
  }
};

function allLabels(source: PackageSource): Label[] {
  return filesOf(source, 'CustomLabels').flatMap((file) =>
    children(file.root, 'labels').map((element) => ({
      file: file.file,
      name: childText(element, 'fullName') ?? '',
      element
    }))
  );
}

/** Where the metadata files name labels; components name theirs by import (see `component-references`). */
function mergeFields(source: PackageSource): Label[] {
  return source.files.flatMap(({ file, root }) =>
    descendants(root)
      .filter((element) => element.children.length === 0)
      .flatMap((element) =>
        [...element.text.matchAll(MERGE_FIELD)].map(([, name = '']) => ({ file, name, element }))
      )
  );
}

function missing(source: PackageSource): Problem[] {
  const known = labelNames(source);
  return mergeFields(source)
    .filter(({ name }) => !known.has(name))
    .map(({ file, name, element }) =>
      problemAt(file, element.line, `the label ${name} does not exist`, 'Add it to the custom labels')
    );
}

function duplicates(labels: readonly Label[]): Problem[] {
  return labels
    .filter((label, index) => labels.findIndex((each) => each.name === label.name) < index)
    .map(({ file, name, element }) =>
      problemAt(file, element.line, `the label ${name} is defined twice`, 'Keep one of them')
    );
}

function unused(labels: readonly Label[], source: PackageSource): Problem[] {
  const texts = source.bundles.flatMap((bundle) => bundle.files.map((file) => file.text)).join('\n');
  const shown = new Set(mergeFields(source).map(({ name }) => name));
  return labels
    .filter(({ name }) => !shown.has(name))
    .filter(({ name }) => !new RegExp(`\\bc\\.${name}\\b|\\$Label\\.${name}\\b`).test(texts))
    .map(({ file, name, element }) => ({
      ...problemAt(file, element.line, `nothing uses the label ${name}`, 'Use it or remove it'),
      severity: 'warning' as const
    }));
}
