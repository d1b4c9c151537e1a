import { createServer } from 'node:http';
import path from 'node:path';
import express from 'express';
import { closeServer, listen, type RunningPreview } from './listen.ts';
import { previewApp, reportFailure } from './preview-app.ts';

export type { RunningPreview } from './listen.ts';

export interface PreviewOptions {
  /** Address of the local org. */
  readonly orgUrl: string;
  /** A free port when left out. */
  readonly port?: number;
  /** Where `buildPreview` put the page. */
  readonly distDir: string;
}

/** Serves a built preview. The org need not be up yet; requests fail with the reason until it is. */
export async function startPreview({ orgUrl, port = 0, distDir }: PreviewOptions): Promise<RunningPreview> {
  const directory = path.resolve(distDir);
  const app = previewApp(orgUrl);
  app.use(express.static(directory, { index: false }));
  app.get(/^\/($|lightning\/)/, (_request, response) => response.sendFile('index.html', { root: directory }));
  app.use(reportFailure);
  const server = createServer(app);
  return { url: await listen(server, port), close: () => closeServer(server) };
}
