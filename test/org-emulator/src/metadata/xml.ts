import { XMLParser } from 'fast-xml-parser';
import { z } from 'zod';
import { MetadataLoadError } from './load-error.ts';
import type { SourceFile } from './source-files.ts';

/** How one metadata type's XML is read: its root element, the elements that may repeat, and its shape. */
export interface MetadataShape<T> {
  readonly root: string;
  readonly lists: readonly string[];
  /** Elements whose text keeps its leading and trailing white space; all other text is trimmed. */
  readonly verbatim?: readonly string[];
  readonly schema: z.ZodType<T>;
}

/** Text of an XML element. */
export const text = z.string();
/** `true` or `false`, as metadata writes booleans. */
export const flag = z.enum(['true', 'false']).transform((value) => value === 'true');
/** A whole number. */
export const whole = z
  .string()
  .regex(/^-?\d+$/, 'is not a whole number')
  .transform(Number);
/** An element that has no effect in the local org, such as a label for Setup pages. */
export const ignored = z.unknown().optional();

/**
 * Reads one component. Elements that the shape does not name are refused by name, so that nothing in the
 * package is silently without effect. Throws MetadataLoadError.
 */
export function readMetadata<T>(file: SourceFile, shape: MetadataShape<T>): T {
  const document = parseXml(file, shape.lists, shape.verbatim ?? []);
  const root = z.record(z.string(), z.unknown()).safeParse(document);
  if (!root.success || !(shape.root in root.data)) {
    throw problem(file, `the root element is not <${shape.root}>`);
  }
  return readPart(file, file.fullName, shape.schema, root.data[shape.root]);
}

/** Reads an element that is a component of its own, such as a field inside its object. Throws MetadataLoadError. */
export function readPart<T>(file: SourceFile, component: string, schema: z.ZodType<T>, xml: unknown): T {
  // An element without content is empty text to the XML reader.
  const result = schema.safeParse(xml === '' ? {} : xml);
  if (result.success) return result.data;
  throw new MetadataLoadError(
    result.error.issues.map((issue) => ({
      file: file.shownPath,
      component,
      problem: describeIssue(issue)
    }))
  );
}

function parseXml(file: SourceFile, lists: readonly string[], verbatim: readonly string[]): unknown {
  const parser = new XMLParser({
    ignoreAttributes: true,
    ignoreDeclaration: true,
    parseTagValue: false,
    htmlEntities: true,
    trimValues: verbatim.length === 0,
    isArray: (name, path) => lists.some((each) => each === name || String(path).endsWith(`.${each}`))
  });
  try {
    const document: unknown = parser.parse(file.text, true);
    return verbatim.length === 0 ? document : withoutSpace(document, '', verbatim);
  } catch (error) {
    throw problem(file, `is not well-formed XML: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** A document that was read with all its white space, with only that left which its texts need. */
function withoutSpace(xml: unknown, name: string, verbatim: readonly string[]): unknown {
  if (typeof xml === 'string') return verbatim.includes(name) ? xml : xml.trim();
  if (Array.isArray(xml)) return xml.map((each) => withoutSpace(each, name, verbatim));
  const element = z.record(z.string(), z.unknown()).safeParse(xml);
  if (!element.success) return xml;
  const parts = Object.entries(element.data)
    .map(([part, value]) => [part, withoutSpace(value, part, verbatim)] as const)
    .filter(([part, value]) => part !== '#text' || value !== '');
  return Object.fromEntries(parts);
}

function describeIssue(issue: z.core.$ZodIssue): string {
  const where = issue.path.length > 0 ? `<${issue.path.join('.')}> ` : '';
  if (issue.code === 'unrecognized_keys') {
    const names = issue.keys.map((key) => `<${key}>`).join(', ');
    return `${where}has ${names}, which the local org does not support`;
  }
  return `${where}${issue.message}`;
}

function problem(file: SourceFile, text: string): MetadataLoadError {
  return new MetadataLoadError([{ file: file.shownPath, component: file.fullName, problem: text }]);
}
