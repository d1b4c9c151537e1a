import { join, resolve } from 'node:path';
import { defaultSettings } from './state/settings.ts';

/** What a client needs to write into a company. */
export interface BoiAccess {
  /** The bridge's program and arguments, to be started without a shell; it speaks the bridge protocol. */
  readonly command: string;
  readonly args: readonly string[];
  /** The same for the Visual Integrator stand-in; `--job`, `--file` and `--log` are to be added. */
  readonly visualIntegrator: { readonly command: string; readonly args: readonly string[] };
  readonly homeDirectory: string;
  readonly user: string;
  readonly password: string;
  readonly companyCode: string;
}

/** How to write into the company of a directory, while its owner process runs. */
export function boiAccess(directory: string): BoiAccess {
  const { user, password, company } = defaultSettings;
  const own = ['--directory', resolve(directory)];
  return {
    command: process.execPath,
    args: [join(import.meta.dirname, 'main.ts'), ...own],
    visualIntegrator: {
      command: process.execPath,
      args: [join(import.meta.dirname, 'visual-integrator.ts'), ...own]
    },
    homeDirectory: 'C:\\Sage\\Sage 100\\MAS90\\Home',
    user,
    password,
    companyCode: company
  };
}
