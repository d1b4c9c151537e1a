import type { ListedComponent, ComponentName } from '../metadata/deployable-package.ts';
import { manifestType } from './metadata-types.ts';

/** One thing in which a deployment's manifest and its files differ. */
export interface ManifestProblem {
  readonly component: Pick<ListedComponent, 'file' | 'fullName' | 'type'>;
  readonly problem: string;
}

/**
 * Finds components that `package.xml` names and no file holds, and the other way round (Metadata API Developer
 * Guide, "Working with the Zip File"). The texts are those that deployments are known to show.
 */
export function manifestProblems(
  named: readonly ComponentName[],
  contained: readonly ListedComponent[],
  allowMissingFiles: boolean
): ManifestProblem[] {
  const missing = allowMissingFiles ? [] : named.filter((name) => !isContained(name, contained));
  return [
    ...missing.map((name) => ({
      component: { ...name, file: 'package.xml' },
      problem: `An object '${name.fullName}' of type ${name.type} was named in package.xml, but was not found in zipped directory`
    })),
    ...contained
      .filter((component) => !isNamed(component, named, contained))
      .map((component) => ({ component, problem: 'Not in package.xml' }))
  ];
}

/** Whether the manifest names the component itself, and not just a part of it or what it is a part of. */
export function isNamedItself(component: ComponentName, named: readonly ComponentName[]): boolean {
  const type = manifestType(component.type);
  return named.some((name) => name.type === type && (name.fullName === '*' || sameName(name, component)));
}

function isContained(name: ComponentName, contained: readonly ListedComponent[]): boolean {
  if (name.fullName === '*') return true;
  if (name.type === 'CustomLabels') return contained.some(({ type }) => type === 'CustomLabel');
  return contained.some(
    (component) => manifestType(component.type) === name.type && sameName(name, component)
  );
}

function isNamed(
  component: ListedComponent,
  named: readonly ComponentName[],
  contained: readonly ListedComponent[]
): boolean {
  if (isNamedItself(component, named)) return true;
  if (component.type === 'CustomLabel') return named.some(({ type }) => type === 'CustomLabels');
  if (component.type === 'CustomObject')
    return partsOf(component, contained).some((part) => isNamedItself(part, named));
  const [objectName = '', part] = component.fullName.split('.');
  return part !== undefined && isNamedItself({ type: 'CustomObject', fullName: objectName }, named);
}

function partsOf(object: ListedComponent, contained: readonly ListedComponent[]): ListedComponent[] {
  return contained.filter(({ fullName }) => fullName.startsWith(`${object.fullName}.`));
}

function sameName(a: ComponentName, b: ComponentName): boolean {
  return a.fullName.toLowerCase() === b.fullName.toLowerCase();
}
