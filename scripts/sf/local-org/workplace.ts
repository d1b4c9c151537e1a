import { generateKeyPairSync } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../../setup/paths.mjs';

/** Directories for one run, none of which is the user's: sf's home, a copy of the project, keys, an empty package. */
export interface Workplace {
  readonly directory: string;
  /** A copy of sfdx-project.json, .forceignore and force-app. */
  readonly project: string;
  /** The package with which the org starts: nothing. */
  readonly emptyPackage: string;
  readonly keyFile: string;
  /** PEM of the External Client App. */
  readonly publicKey: string;
  /** PEM of the org's certificate `Sage_Callout_Signing`. */
  readonly signingKey: string;
  readonly env: NodeJS.ProcessEnv;
  readonly remove: () => void;
}

/** Makes the directories in the system's one for temporary files: sf passes over paths with a dot in front. */
export function createWorkplace(env: NodeJS.ProcessEnv): Workplace {
  const directory = mkdtempSync(join(tmpdir(), 'sf-local-org-'));
  const project = join(directory, 'project');
  const home = join(directory, 'home');
  const emptyPackage = join(directory, 'empty');
  for (const each of [project, home, emptyPackage]) mkdirSync(each);
  for (const name of ['sfdx-project.json', '.forceignore', 'force-app', 'config/demo']) {
    cpSync(join(projectRoot, name), join(project, name), { recursive: true });
  }
  const app = newKeys();
  const keyFile = join(directory, 'client-app.key.pem');
  writeFileSync(keyFile, app.privateKey, { mode: 0o600 });
  return {
    directory,
    project,
    emptyPackage,
    keyFile,
    publicKey: app.publicKey,
    signingKey: newKeys().privateKey,
    env: { ...env, ...sfEnvironment(home) },
    remove: () => rmSync(directory, { recursive: true, force: true })
  };
}

function newKeys() {
  return generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' }
  });
}

/** sf keeps what it knows in its home, asks nobody else, and leaves the keychain alone. */
function sfEnvironment(home: string): Record<string, string> {
  return {
    HOME: home,
    USERPROFILE: home,
    XDG_CONFIG_HOME: join(home, '.config'),
    XDG_DATA_HOME: join(home, '.local'),
    XDG_CACHE_HOME: join(home, '.cache'),
    XDG_STATE_HOME: join(home, '.state'),
    SF_DISABLE_TELEMETRY: 'true',
    SF_AUTOUPDATE_DISABLE: 'true',
    SF_SKIP_NEW_VERSION_CHECK: 'true',
    SF_USE_GENERIC_UNIX_KEYCHAIN: 'true',
    SF_DISABLE_LOG_FILE: 'true',
    NO_COLOR: '1',
    COLUMNS: '200'
  };
}
