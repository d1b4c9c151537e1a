import { createRequire } from 'node:module';
import path from 'node:path';
import express, { type Handler } from 'express';

const require = createRequire(import.meta.url);

/** Styles, icon sprites and images of the Salesforce Lightning Design System, from its npm package. */
export function sldsAssets(): Handler {
  const root = path.dirname(require.resolve('@salesforce-ux/design-system/package.json'));
  return express.static(path.join(root, 'assets'), { maxAge: '1d' });
}
