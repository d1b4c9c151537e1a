import type { SentMail } from '../mail/outbox.ts';

const style = `
  body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 48rem; padding: 0 1rem; color: #181818; }
  article { border: 1px solid #c9c9c9; border-radius: 4px; margin: 1rem 0; padding: 1rem; }
  h2 { font-size: 1.125rem; margin: 0; }
  p { color: #444; margin: 0 0 0.5rem; }
  pre { font: inherit; margin: 0; overflow-wrap: anywhere; white-space: pre-wrap; }
  iframe { border: 0; height: 20rem; width: 100%; }`;

/** The outbox as a page, newest mail first. HTML mails are shown in a frame that may run nothing. */
export function outboxPage(mails: readonly SentMail[]): string {
  const none = '<p>No mail was sent.</p>';
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Outbox of the local org</title><style>${style}</style></head>
<body>
<main>
<h1>Outbox</h1>
${mails.length === 0 ? none : mails.toReversed().map(article).join('\n')}
</main>
</body>
</html>`;
}

function article({ subject, from, to, sentAt, flow, sentBy, body, isHtml }: SentMail): string {
  const content = isHtml
    ? `<iframe sandbox="" title="${escaped(subject)}" srcdoc="${escaped(body)}"></iframe>`
    : `<pre>${escaped(body)}</pre>`;
  return `<article>
<h2>${escaped(subject)}</h2>
<p>From ${escaped(from)} to ${escaped(to.join(', '))}, <time>${sentAt.toISOString()}</time>,
flow <a href="flow-traces/${encodeURIComponent(sentBy)}">${escaped(flow)}</a></p>
${content}
</article>`;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
