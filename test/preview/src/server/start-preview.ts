import { createServer } from 'node:http';
import path from 'node:path';
import express from 'express';
import { closeServer, listen, type RunningPreview } from './listen.ts';
import { type OrgAddresses, previewApp, reportFailure } from './preview-app.ts';

export type { RunningPreview } from './listen.ts';

/** What a preview shows, and where. */
export interface PreviewOptions extends OrgAddresses {
  /** A free port when left out. */
  readonly port?: number;
  /** Where `buildPreview` put the page. */
  readonly distDir: string;
}

/** Serves a built preview. The org need not be up yet; requests fail with the reason until it is. */
export async function startPreview({ port = 0, distDir, ...org }: PreviewOptions): Promise<RunningPreview> {
  const directory = path.resolve(distDir);
  const app = previewApp(org);
  app.use(express.static(directory, { index: false }));
  app.get(/^\/($|lightning\/)/, (_request, response) => response.sendFile('index.html', { root: directory }));
  app.use(reportFailure);
  const server = createServer(app);
  return { url: await listen(server, port), close: () => closeServer(server) };
}
