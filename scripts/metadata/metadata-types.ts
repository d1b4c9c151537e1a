import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

/** What a metadata type says about one of its elements. */
export interface ElementType {
  readonly required: boolean;
  readonly array: boolean;
  /** `reference` names another type; `values` are the allowed texts; anything else is a scalar. */
  readonly kind: 'reference' | 'values' | 'boolean' | 'number' | 'string';
  readonly reference?: string;
  readonly values?: readonly string[];
}

interface TypeEntry {
  readonly bases: string[];
  readonly elements: Map<string, ElementType>;
  /** Set when the type is an enumeration or another name for a scalar. */
  alias?: ElementType;
}

/**
 * The metadata types of Salesforce, read from the declarations of `@salesforce/types`, which Salesforce generates from
 * the WSDL of its Metadata API.
 */
export class MetadataTypes {
  readonly #types: ReadonlyMap<string, TypeEntry>;

  constructor(declarations: string) {
    this.#types = readTypes(ts.createSourceFile('metadata.d.ts', declarations, ts.ScriptTarget.ESNext, true));
  }

  /** Whether a file may have this root element, or an element this structure. */
  isStructure(name: string): boolean {
    const entry = this.#types.get(name);
    return entry !== undefined && entry.alias === undefined;
  }

  /** The elements of a type, with those of the types that it extends. */
  elementsOf(name: string): ReadonlyMap<string, ElementType> {
    const entry = this.#types.get(name);
    if (entry === undefined) return new Map();
    return new Map([...entry.bases.flatMap((base) => [...this.elementsOf(base)]), ...entry.elements]);
  }

  /** Follows names of enumerations to their values. */
  resolve(type: ElementType): ElementType {
    const alias = type.reference === undefined ? undefined : this.#types.get(type.reference)?.alias;
    return alias === undefined ? type : { ...alias, required: type.required, array: type.array };
  }

  /** Whether a type extends another, directly or not: every step of a flow extends `FlowNode`. */
  extends(name: string, base: string): boolean {
    const bases = this.#types.get(name)?.bases ?? [];
    return bases.some((each) => each === base || this.extends(each, base));
  }
}

/** Reads the declarations from the installed package; takes about half a second. */
export function loadMetadataTypes(): MetadataTypes {
  const script = fileURLToPath(import.meta.resolve('@salesforce/types/metadata'));
  return new MetadataTypes(readFileSync(script.replace(/\.js$/, '.d.ts'), 'utf8'));
}

function readTypes(source: ts.SourceFile): Map<string, TypeEntry> {
  const types = new Map<string, TypeEntry>();
  for (const statement of source.statements) {
    if (!ts.isTypeAliasDeclaration(statement)) continue;
    const entry: TypeEntry = { bases: [], elements: new Map() };
    // A type that is another one by another name, as ReportFolder is Folder.
    if (ts.isTypeReferenceNode(statement.type)) entry.bases.push(statement.type.typeName.getText());
    else readParts(statement.type, entry);
    types.set(statement.name.text, entry);
  }
  return types;
}

function readParts(node: ts.TypeNode, entry: TypeEntry): void {
  if (ts.isIntersectionTypeNode(node)) {
    for (const part of node.types) {
      if (ts.isTypeReferenceNode(part)) entry.bases.push(part.typeName.getText());
      else readParts(part, entry);
    }
  } else if (ts.isTypeLiteralNode(node)) {
    for (const member of node.members) readMember(member, entry);
  } else {
    entry.alias = elementType(node, true);
  }
}

function readMember(member: ts.TypeElement, entry: TypeEntry): void {
  if (!ts.isPropertySignature(member) || member.type === undefined) return;
  const name = ts.isStringLiteral(member.name) ? member.name.text : member.name.getText();
  entry.elements.set(name, elementType(member.type, member.questionToken === undefined));
}

function elementType(node: ts.TypeNode, required: boolean): ElementType {
  if (ts.isArrayTypeNode(node)) return { ...elementType(node.elementType, false), array: true };
  const base = { required, array: false };
  if (ts.isTypeReferenceNode(node)) return { ...base, kind: 'reference', reference: node.typeName.getText() };
  if (node.kind === ts.SyntaxKind.BooleanKeyword) return { ...base, kind: 'boolean' };
  if (node.kind === ts.SyntaxKind.NumberKeyword) return { ...base, kind: 'number' };
  const values = literalValues(node);
  return values === undefined ? { ...base, kind: 'string' } : { ...base, kind: 'values', values };
}

function literalValues(node: ts.TypeNode): string[] | undefined {
  const parts = ts.isUnionTypeNode(node) ? [...node.types] : [node];
  const values: string[] = [];
  for (const part of parts) {
    if (!ts.isLiteralTypeNode(part) || !ts.isStringLiteral(part.literal)) return undefined;
    values.push(part.literal.text);
  }
  return values;
}
