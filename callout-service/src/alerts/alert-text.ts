import type { AlertNotice } from './alert-notice.ts';

/** A notice as plain text: one fact a line. */
export function alertText(notice: AlertNotice): string {
  return `${factsOf(notice).join('\n')}\n`;
}

/** The same as HTML that needs no style and no image. */
export function alertHtml(notice: AlertNotice): string {
  const [subject = '', ...facts] = factsOf(notice).map(escaped);
  return `<!doctype html><html lang="en"><body><h1>${subject}</h1>${facts.map((fact) => `<p>${fact}</p>`).join('')}</body></html>`;
}

function factsOf({ subject, message, state, since, occurrences, runbook, topic }: AlertNotice): string[] {
  const times = occurrences === 1 ? '' : `, seen ${occurrences} times`;
  return [
    subject,
    ...message.split('\n').filter((line) => line !== ''),
    state === 'ended' ? `It began at ${since}${times}, and is over.` : `Since ${since}${times}.`,
    `Topic: ${topic}. What to do: ${runbook}`
  ];
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
