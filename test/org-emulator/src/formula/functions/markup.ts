import type { FormulaNumber } from '../formula-number.ts';
import { byCount, type Call, type FunctionTable, none, parameter, three, two } from './function-builder.ts';
import type { Expression } from '../expression.ts';
import { wrongCount } from '../formula-problem.ts';

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

function link(url: string, label: string, target: string): string {
  return `<a href="${escaped(url)}" target="${escaped(target)}">${escaped(label)}</a>`;
}

function image(url: string, label: string, style: string): string {
  return `<img src="${escaped(url)}" alt="${escaped(label)}"${style} border="0"/>`;
}

/** IMAGE(url, text, height, width): both measures or none, in pixels. */
function sizedImage(call: Call): Expression<'text'> {
  if (call.args.length !== 4) throw wrongCount(call.name, 4, call.args.length);
  const unsized = plainImage({ ...call, args: call.args.slice(0, 2) });
  const style = two(
    ['number', 'number'],
    'text',
    measures
  )({
    ...call,
    args: [parameter(call, 2), parameter(call, 3)]
  });
  return {
    kind: 'text',
    evaluate: (scope) =>
      String(unsized.evaluate(scope)).replace(' border=', `${String(style.evaluate(scope))} border=`)
  };
}

function measures(height: FormulaNumber, width: FormulaNumber): string {
  return ` style="height:${height.toFixed()}px; width:${width.toFixed()}px;"`;
}

const plainImage = two(['text', 'text'], 'text', (url, label) => image(url, label, ''));

/** HTML that formula fields of type text show; texts in it are escaped. */
export const markupFunctions: FunctionTable = {
  BR: none('text', () => '<br>'),
  HYPERLINK: byCount(
    {
      2: two(['text', 'text'], 'text', (url, label) => link(url, label, '_blank')),
      3: three(['text', 'text', 'text'], 'text', link)
    },
    2
  ),
  IMAGE: byCount({ 2: plainImage, 4: sizedImage }, 4)
};
