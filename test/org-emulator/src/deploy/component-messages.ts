import { isDeepStrictEqual } from 'node:util';
import type { ComponentName, ListedComponent } from '../metadata/deployable-package.ts';
import type { ComponentMessage } from './deployment.ts';
import type { ProblemPlace } from './locate-problem.ts';

/** Makes the messages of one deployment, which all bear the same date. */
export class ComponentMessages {
  readonly #createdDate: string;
  readonly #before: ReadonlyMap<string, ListedComponent>;

  /** `before` is what was deployed when the deployment began. */
  constructor(createdDate: string, before: readonly ListedComponent[]) {
    this.#createdDate = createdDate;
    this.#before = new Map(before.map((component) => [keyOf(component), component]));
  }

  deployed(component: ListedComponent): ComponentMessage {
    const known = this.#before.get(keyOf(component));
    return {
      ...this.#blank(component, component.file),
      success: true,
      created: known === undefined,
      changed: known === undefined || isChanged(known, component)
    };
  }

  deleted(component: ComponentName, manifest: string): ComponentMessage {
    return { ...this.#blank(component, manifest), success: true, changed: true, deleted: true };
  }

  /** A component to be deleted that is not there: the other deletions are attempted all the same. */
  nothingToDelete({ type, fullName }: ComponentName, manifest: string): ComponentMessage {
    return {
      ...this.#blank({ type, fullName: manifest }, manifest),
      success: true,
      problemType: 'Warning',
      problem: `No ${type} named: ${fullName} found`
    };
  }

  manifest(path: string): ComponentMessage {
    return { ...this.#blank({ type: '', fullName: path }, path), success: true, changed: true };
  }

  failed(place: ProblemPlace, fileName: string): ComponentMessage {
    const { componentType, fullName, problem, ...line } = place;
    const blank = this.#blank({ type: componentType, fullName }, fileName);
    return { ...blank, ...line, problemType: 'Error', problem };
  }

  #blank({ type, fullName }: ComponentName, fileName: string): ComponentMessage {
    return {
      componentType: type,
      fullName,
      fileName,
      success: false,
      changed: false,
      created: false,
      deleted: false,
      createdDate: this.#createdDate
    };
  }
}

function keyOf({ type, fullName }: ComponentName): string {
  return `${type}:${fullName.toLowerCase()}`;
}

/** Of what the local org only lists it does not know the content, so that it counts as changed. */
function isChanged(known: ListedComponent, component: ListedComponent): boolean {
  const [before, after] = [known.definition, component.definition].map(withoutFile);
  if (typeof after === 'object' && after !== null && 'type' in after && after.type === component.type)
    return true;
  return !isDeepStrictEqual(before, after);
}

function withoutFile(definition: unknown): unknown {
  if (typeof definition !== 'object' || definition === null) return definition;
  return { ...definition, file: undefined };
}
