import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const packageDirectory = fileURLToPath(new URL('../../force-app/main', import.meta.url));
const CUSTOM = /__[ce]$/;

/** `src/salesforce/port/package-names.ts`, from the metadata of the package. */
export function buildPackageNames(directory = packageDirectory): string {
  const names = packageNamesIn(directory).map((name) => `  '${name}',`);
  return [
    '/**',
    ' * API names of the package without its namespace: objects, events, fields, and relationships (`…__r`) in both',
    ' * directions. These names, and no others, get the prefix of the package in an org. Made from the metadata in',
    ' * `force-app` by `npm run generate -w callout-service`.',
    ' */',
    'export const packageNames: ReadonlySet<string> = new Set([',
    ...names,
    ']);',
    ''
  ].join('\n');
}

/** Every custom name that the metadata of a directory defines, in the order of their letters. */
export function packageNamesIn(directory: string): string[] {
  const objects = globSync('**/objects/*/*.object-meta.xml', { cwd: directory }).map(nameOf);
  const fields = globSync('**/objects/*/fields/*.field-meta.xml', { cwd: directory }).flatMap((file) => [
    nameOf(file),
    ...relationshipsOf(nameOf(file), readFileSync(join(directory, file), 'utf8'))
  ]);
  const custom = [...objects, ...fields].filter((name) => CUSTOM.test(name) || name.endsWith('__r'));
  return [...new Set(custom)].toSorted((a, b) => (a < b ? -1 : 1));
}

function nameOf(file: string): string {
  return basename(file).replace(/\..*$/, '');
}

/** To the parent by the field's own name, to the children by the name that the field gives them. */
function relationshipsOf(field: string, xml: string): string[] {
  const [, children] = /<relationshipName>(\w+)<\/relationshipName>/.exec(xml) ?? [];
  return children === undefined ? [] : [field.replace(/__c$/, '__r'), `${children}__r`];
}
