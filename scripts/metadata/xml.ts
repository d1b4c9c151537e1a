import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { z } from 'zod';

/** An element of an XML file, with the line on which it starts. */
export interface XmlElement {
  readonly name: string;
  readonly line: number;
  /** Its own text, trimmed; empty when it holds elements. */
  readonly text: string;
  readonly children: readonly XmlElement[];
}

/** A file that is no XML, and where. */
export class MalformedXmlError extends Error {
  readonly line: number;

  constructor(message: string, line: number) {
    super(message);
    this.name = 'MalformedXmlError';
    this.line = line;
  }
}

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: true,
  parseTagValue: false,
  trimValues: true,
  captureMetaData: true
});
const nodesSchema = z.array(
  z.custom<Readonly<Record<string | symbol, unknown>>>((node) => typeof node === 'object')
);
const positionSchema = z.object({ startIndex: z.number() });

/** Reads an XML text to its root element; throws a MalformedXmlError that names the line when it is not well-formed. */
export function readXml(text: string): XmlElement {
  // fast-xml-parser itself reads nearly anything; its validator is what finds unclosed and crossed elements.
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- its successor is another package with the same code
  const verdict = XMLValidator.validate(text);
  if (verdict !== true) throw new MalformedXmlError(verdict.err.msg, verdict.err.line);
  const root = toElements(nodesSchema.parse(parser.parse(text)), lineCounter(text))[0];
  if (root === undefined) throw new MalformedXmlError('The file holds no element', 1);
  return root;
}

function toElements(
  nodes: readonly Readonly<Record<string | symbol, unknown>>[],
  lineOf: (index: number) => number
): XmlElement[] {
  return nodes.flatMap((node) => {
    const name = Object.keys(node).find((key) => key !== ':@');
    if (name === undefined || name === '#text' || name.startsWith('?')) return [];
    const inner = nodesSchema.parse(node[name]);
    const text = inner.map((each) => each['#text']).filter((each) => typeof each === 'string');
    // The parser keeps the position under a symbol, its only one.
    const position = positionSchema.safeParse(Object.getOwnPropertySymbols(node).map((key) => node[key])[0]);
    const line = position.success ? lineOf(position.data.startIndex) : 1;
    return [{ name, line, text: text.join('').trim(), children: toElements(inner, lineOf) }];
  });
}

function lineCounter(text: string): (index: number) => number {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (index) => starts.findLastIndex((start) => start <= index) + 1;
}

/** The first child of that name. */
export function child(element: XmlElement, name: string): XmlElement | undefined {
  return element.children.find((each) => each.name === name);
}

/** All children of that name. */
export function children(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.filter((each) => each.name === name);
}

/** The text of the first child of that name. */
export function childText(element: XmlElement, name: string): string | undefined {
  return child(element, name)?.text;
}

/** Every element below, in the order of the file. */
export function descendants(element: XmlElement): readonly XmlElement[] {
  return element.children.flatMap((each) => [each, ...descendants(each)]);
}
