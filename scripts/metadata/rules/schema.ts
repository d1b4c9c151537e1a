import type { ElementType, MetadataTypes } from '../metadata-types.ts';
import type { MetadataFile } from '../package-source.ts';
import type { Problem } from '../problem.ts';
import { problemAt, type Rule } from '../rule.ts';
import type { XmlElement } from '../xml.ts';

/** Declared as text in the WSDL because it is sent encoded; in a source file it holds elements. */
const opaque = new Set(['LightningComponentBundle/targetConfigs']);

/** Every element is one that the type has, as often and with the values that the type allows. */
export const schemaRule: Rule = {
  name: 'schema',
  check: (source, types) => source.files.flatMap((file) => checkFile(file, types))
};

function checkFile(file: MetadataFile, types: MetadataTypes): Problem[] {
  const { root } = file;
  if (!types.isStructure(root.name)) {
    const fix = 'Compare the root element with the Metadata API guide';
    return [problemAt(file.file, root.line, `<${root.name}> is not a metadata type`, fix)];
  }
  return checkElement(root, root.name, file.file, types);
}

function checkElement(element: XmlElement, typeName: string, file: string, types: MetadataTypes): Problem[] {
  const known = types.elementsOf(typeName);
  return [
    ...missingElements(element, known, typeName, file),
    ...repeatedElements(element, known, typeName, file),
    ...element.children.flatMap((part) => {
      const type = known.get(part.name);
      if (type === undefined) return [unknownElement(part, known, typeName, file)];
      return opaque.has(`${typeName}/${part.name}`) ? [] : checkPart(part, types.resolve(type), file, types);
    })
  ];
}

function missingElements(
  element: XmlElement,
  known: ReadonlyMap<string, ElementType>,
  typeName: string,
  file: string
): Problem[] {
  return [...known]
    .filter(
      ([name, type]) => type.required && !type.array && element.children.every((part) => part.name !== name)
    )
    .map(([name]) =>
      problemAt(
        file,
        element.line,
        `<${name}> is missing in ${typeName}`,
        `Add <${name}>, which ${typeName} requires`
      )
    );
}

function repeatedElements(
  element: XmlElement,
  known: ReadonlyMap<string, ElementType>,
  typeName: string,
  file: string
): Problem[] {
  return element.children
    .filter((part, index) => {
      const first = element.children.findIndex((each) => each.name === part.name);
      return known.get(part.name)?.array === false && first < index;
    })
    .map((part) =>
      problemAt(file, part.line, `<${part.name}> occurs twice in ${typeName}`, 'Keep one of them')
    );
}

function unknownElement(
  part: XmlElement,
  known: ReadonlyMap<string, ElementType>,
  typeName: string,
  file: string
): Problem {
  const sameLetters = [...known.keys()].find((name) => name.toLowerCase() === part.name.toLowerCase());
  const fix = sameLetters === undefined ? 'Remove it or correct its name' : `Write <${sameLetters}>`;
  return problemAt(file, part.line, `<${part.name}> is not part of ${typeName}`, fix);
}

function checkPart(part: XmlElement, type: ElementType, file: string, types: MetadataTypes): Problem[] {
  if (type.reference !== undefined) return checkElement(part, type.reference, file, types);
  if (part.children.length > 0) {
    return [
      problemAt(
        file,
        part.line,
        `<${part.name}> holds elements, but is a plain value`,
        'Write only its value'
      )
    ];
  }
  const expected = expectation(type, part.text);
  if (expected === undefined) return [];
  return [problemAt(file, part.line, `<${part.name}> is '${part.text}'`, `It must be ${expected}`)];
}

/** What the text should have been, or undefined when it is right. */
function expectation(type: ElementType, text: string): string | undefined {
  if (type.kind === 'boolean') return /^(true|false)$/.test(text) ? undefined : 'true or false';
  if (type.kind === 'number') return /^-?\d+(\.\d+)?$/.test(text) ? undefined : 'a number';
  if (type.values === undefined || type.values.includes(text)) return undefined;
  const shown = type.values.slice(0, 12).join(', ');
  return `one of ${shown}${type.values.length > 12 ? ', …' : ''}`;
}
