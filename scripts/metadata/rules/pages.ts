import { hasFile, hasObject } from '../inventory.ts';
import { filesOf, type PackageSource } from '../package-source.ts';
import type { Problem } from '../problem.ts';
import { problemAt, type Rule } from '../rule.ts';
import { childText, descendants, type XmlElement } from '../xml.ts';

/** What a Lightning page shows must exist, and so must the page that an app opens. */
export const pagesRule: Rule = {
  name: 'pages',
  check: (source) => [
    ...filesOf(source, 'FlexiPage').flatMap(({ file, root }) => [
      ...checkComponents(file, root, source),
      ...checkFlows(file, root, source),
      ...checkFacets(file, root),
      ...checkObject(file, root, source)
    ]),
    ...filesOf(source, 'CustomApplication').flatMap(({ file, root }) => checkOverrides(file, root, source))
  ]
};

function checkComponents(file: string, root: XmlElement, source: PackageSource): Problem[] {
  return descendants(root)
    .filter((each) => each.name === 'componentName' && each.text.startsWith('c:'))
    .filter((each) => source.bundles.every((bundle) => `c:${bundle.name}` !== each.text))
    .map((each) =>
      problemAt(
        file,
        each.line,
        `the component ${each.text} does not exist`,
        'Correct the name or add the component'
      )
    );
}

function checkFlows(file: string, root: XmlElement, source: PackageSource): Problem[] {
  return properties(root, 'flowName')
    .filter((value) => !hasFile(source, 'Flow', value.text))
    .map((value) =>
      problemAt(file, value.line, `the flow ${value.text} does not exist`, 'Correct the name or add the flow')
    );
}

/** Tabs and columns name the facet (a region of the same page) that holds their content. */
function checkFacets(file: string, root: XmlElement): Problem[] {
  const regions = new Set(
    descendants(root).flatMap((each) => (each.name === 'flexiPageRegions' ? [childText(each, 'name')] : []))
  );
  return ['body', 'tabs']
    .flatMap((name) => properties(root, name))
    .filter((value) => !regions.has(value.text))
    .map((value) =>
      problemAt(
        file,
        value.line,
        `the page has no region '${value.text}'`,
        'Correct the name or add the region'
      )
    );
}

function properties(root: XmlElement, name: string): XmlElement[] {
  return descendants(root)
    .filter((each) => each.name === 'componentInstanceProperties' && childText(each, 'name') === name)
    .flatMap((each) => each.children.filter((part) => part.name === 'value'));
}

function checkObject(file: string, root: XmlElement, source: PackageSource): Problem[] {
  const object = childText(root, 'sobjectType');
  if (object === undefined || hasObject(source, object)) return [];
  return [problemAt(file, root.line, `the object ${object} does not exist`, 'Correct <sobjectType>')];
}

function checkOverrides(file: string, root: XmlElement, source: PackageSource): Problem[] {
  return root.children
    .filter(
      (each) => each.name === 'actionOverrides' && childText(each, 'type')?.toLowerCase() === 'flexipage'
    )
    .map((each) => ({ line: each.line, page: childText(each, 'content') ?? '' }))
    .filter(({ page }) => !hasFile(source, 'FlexiPage', page))
    .map(({ line, page }) =>
      problemAt(file, line, `the page ${page} does not exist`, 'Correct <content> or add the page')
    );
}
