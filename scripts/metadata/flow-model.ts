import type { MetadataTypes } from './metadata-types.ts';
import { filesOf, type MetadataFile, type PackageSource } from './package-source.ts';
import { childText, type XmlElement } from './xml.ts';

/** What a flow declares. */
export interface FlowModel {
  readonly file: MetadataFile;
  /** Steps that a connector can lead to, by name. */
  readonly steps: ReadonlyMap<string, XmlElement>;
  /** Variables, constants, formulas, text templates, choices and stages, by name. */
  readonly resources: ReadonlyMap<string, XmlElement>;
}

/** The models of all flows of a package. */
export function flowModels(source: PackageSource, types: MetadataTypes): readonly FlowModel[] {
  return filesOf(source, 'Flow').map((file) => flowModel(file, types));
}

function flowModel(file: MetadataFile, types: MetadataTypes): FlowModel {
  const parts = types.elementsOf('Flow');
  const steps = new Map<string, XmlElement>();
  const resources = new Map<string, XmlElement>();
  for (const element of file.root.children) {
    const type = parts.get(element.name)?.reference ?? '';
    const name = childText(element, 'name');
    // Everything that has a name in a flow is a FlowElement; what can be reached by a connector is a FlowNode.
    if (name === undefined || !types.extends(type, 'FlowElement')) continue;
    (types.extends(type, 'FlowNode') ? steps : resources).set(name, element);
  }
  return { file, steps, resources };
}
