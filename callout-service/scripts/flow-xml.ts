/** An element of a metadata file: its name with a text, or with elements in it. */
export interface Element {
  readonly name: string;
  readonly content: string | readonly Element[];
}

export function leaf(name: string, content: string): Element {
  return { name, content };
}

export function child(name: string, content: readonly Element[]): Element {
  return { name, content };
}

/** A text as the value of an assignment. */
export function text(value: string): Element {
  return leaf('stringValue', value);
}

/** From one element of a flow to the next. */
export function goTo(name: string): Element {
  return child('connector', [leaf('targetReference', name)]);
}

/** Where an element stands on the canvas. */
export function place(y: number): Element[] {
  return [leaf('locationX', '176'), leaf('locationY', String(y))];
}

/** A variable as a value. */
export function reference(name: string): Element {
  return leaf('elementReference', name);
}

/** The file of a flow, its elements in the order given. */
export function flowXml(elements: readonly Element[]): string {
  const lines = elements.map((element) => written(element, '    '));
  return `<?xml version="1.0" encoding="UTF-8" ?>\n<Flow xmlns="http://soap.sforce.com/2006/04/metadata">\n${lines.join('')}</Flow>\n`;
}

function written({ name, content }: Element, indent: string): string {
  if (typeof content === 'string') return `${indent}<${name}>${escaped(content)}</${name}>\n`;
  const inside = content.map((element) => written(element, `${indent}    `)).join('');
  return `${indent}<${name}>\n${inside}${indent}</${name}>\n`;
}

function escaped(content: string): string {
  return content.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
