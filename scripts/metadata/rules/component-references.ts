import { hasField, hasFile, hasObject, labelNames } from '../inventory.ts';
import type { ComponentFile, PackageSource } from '../package-source.ts';
import type { Problem } from '../problem.ts';
import { problemAt, type Rule } from '../rule.ts';

/** What a component names must exist: fields, labels, flows, other components. */
export const componentReferencesRule: Rule = {
  name: 'component-references',
  check: (source) =>
    source.bundles.flatMap((bundle) => bundle.files.flatMap((file) => checkComponentFile(file, source)))
};

function checkComponentFile(file: ComponentFile, source: PackageSource): Problem[] {
  if (file.file.endsWith('.html')) return checkTags(file, source);
  return [
    ...checkSchema(file, source),
    ...checkLabels(file, source),
    ...checkFlows(file, source),
    ...checkImports(file, source)
  ];
}

function checkSchema(file: ComponentFile, source: PackageSource): Problem[] {
  return matches(file, /@salesforce\/schema\/(\w+)(?:\.(\w+))?/g).flatMap(
    ({ line, parts: [object = '', field] }) => {
      const exists = field === undefined ? hasObject(source, object) : hasField(source, object, field);
      if (exists) return [];
      const name = field === undefined ? object : `${object}.${field}`;
      return [
        problemAt(file.file, line, `@salesforce/schema/${name} does not exist`, 'Correct the name or add it')
      ];
    }
  );
}

function checkLabels(file: ComponentFile, source: PackageSource): Problem[] {
  const known = labelNames(source);
  return matches(file, /@salesforce\/label\/c\.(\w+)/g)
    .filter(({ parts: [name = ''] }) => !known.has(name))
    .map(({ line, parts: [name = ''] }) =>
      problemAt(file.file, line, `the label ${name} does not exist`, 'Add it to the custom labels')
    );
}

/** A flow's name reaches `sageRequest` as `flowApiName`: written there, or through a constant of the same file. */
function checkFlows(file: ComponentFile, source: PackageSource): Problem[] {
  return matches(file, /\bflowApiName\s*[:=]\s*(?:'([^']+)'|([A-Z][A-Z0-9_]*)\b)/g).flatMap(
    ({ line, parts: [literal, constant] }) => {
      const name = literal ?? constantValue(file.text, constant ?? '');
      if (name === undefined || hasFile(source, 'Flow', name)) return [];
      return [
        problemAt(file.file, line, `the flow ${name} does not exist`, 'Correct the name or add the flow')
      ];
    }
  );
}

function constantValue(text: string, constant: string): string | undefined {
  return new RegExp(`\\bconst ${constant}(?:: string)? = '([^']+)'`).exec(text)?.[1];
}

function checkImports(file: ComponentFile, source: PackageSource): Problem[] {
  return matches(file, /from 'c\/(\w+)'/g)
    .filter(({ parts: [name = ''] }) => source.bundles.every((bundle) => bundle.name !== name))
    .map(({ line, parts: [name = ''] }) =>
      problemAt(
        file.file,
        line,
        `the module c/${name} does not exist`,
        'Correct the name or add the component'
      )
    );
}

function checkTags(file: ComponentFile, source: PackageSource): Problem[] {
  return matches(file, /<c-([a-z0-9-]+)/g)
    .map(({ line, parts: [tag = ''] }) => ({ line, tag, name: camelCase(tag) }))
    .filter(({ name }) => source.bundles.every((bundle) => bundle.name !== name))
    .map(({ line, tag, name }) =>
      problemAt(
        file.file,
        line,
        `<c-${tag}> names no component`,
        `Correct the tag or add the component ${name}`
      )
    );
}

function camelCase(tag: string): string {
  return tag.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

interface Match {
  readonly line: number;
  readonly parts: readonly (string | undefined)[];
}

function matches(file: ComponentFile, pattern: RegExp): Match[] {
  return [...file.text.matchAll(pattern)].map((found) => ({
    line: file.text.slice(0, found.index).split('\n').length,
    parts: found.slice(1)
  }));
}
