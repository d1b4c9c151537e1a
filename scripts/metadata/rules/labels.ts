import { filesOf, type PackageSource } from '../package-source.ts';
import type { Problem } from '../problem.ts';
import { problemAt, type Rule } from '../rule.ts';
import { children, childText, type XmlElement } from '../xml.ts';

interface Label {
  readonly file: string;
  readonly name: string;
  readonly element: XmlElement;
}

/** No two labels of one name; a label that nothing uses is a warning. */
export const labelsRule: Rule = {
  name: 'labels',
  check: (source) => {
    const labels = allLabels(source);
    return [...duplicates(labels), ...unused(labels, source)];
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

function duplicates(labels: readonly Label[]): Problem[] {
  return labels
    .filter((label, index) => labels.findIndex((each) => each.name === label.name) < index)
    .map(({ file, name, element }) =>
      problemAt(file, element.line, `the label ${name} is defined twice`, 'Keep one of them')
    );
}

function unused(labels: readonly Label[], source: PackageSource): Problem[] {
  const texts = source.bundles.flatMap((bundle) => bundle.files.map((file) => file.text)).join('\n');
  return labels
    .filter(({ name }) => !new RegExp(`\\bc\\.${name}\\b|\\$Label\\.${name}\\b`).test(texts))
    .map(({ file, name, element }) => ({
      ...problemAt(file, element.line, `nothing uses the label ${name}`, 'Use it or remove it'),
      severity: 'warning' as const
    }));
}
