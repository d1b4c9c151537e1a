import '@lwc/synthetic-shadow';
import type { PreviewSession } from 'preview/session';

/** Signs in, and only then loads the components: some take the user's id as a constant. */
async function start(): Promise<void> {
  const response = await fetch('/preview/session');
  if (!response.ok) throw new Error(await response.text());
  globalThis.previewSession = (await response.json()) as PreviewSession;
  document.documentElement.lang = globalThis.previewSession.language;
  const [{ createElement }, { default: App }] = await Promise.all([import('lwc'), import('preview/app')]);
  document.body.appendChild(createElement('preview-app', { is: App }));
}

start().catch((error: unknown) => {
  document.body.textContent = `The preview could not start. ${error instanceof Error ? error.message : String(error)}`;
});
