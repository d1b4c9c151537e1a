import { chmodSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { findCommand, runCommand, tail } from './commands.mjs';
import { dependenciesAreCurrent } from './dependencies.mjs';
import { fingerprint } from './fingerprint.mjs';
import { findNodeHeaders } from './node-headers.mjs';
import { checkNodeVersion } from './node-version.mjs';
import { explainInstallFailure } from './npm-failures.mjs';
import { seconds } from './progress.mjs';
import { findPostgresServer, missingPackages, packagesFor } from './system-packages.mjs';

let directory: string;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'setup-'));
});
afterEach(() => {
  rmSync(directory, { recursive: true });
});

function write(path: string, text: string): string {
  const file = join(directory, path);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, text);
  return file;
}

describe('checkNodeVersion', () => {
  it('when Node.js is older than 20, then the fault says what to install', () => {
    expect(() => {
      checkNodeVersion('18.20.4');
    }).toThrow('Node.js 18.20.4 is too old; 20 or newer is needed.');
  });

  it.each(['20.0.0', '24.21.0'])('when Node.js is %s, then it is accepted', (version) => {
    expect(() => {
      checkNodeVersion(version);
    }).not.toThrow();
  });
});

describe('findCommand', () => {
  it('when a program stands on the path, then it is found; a plain file is not', () => {
    const program = write('bin/tool', '');
    chmodSync(program, 0o755);
    write('bin/data', '');
    expect(findCommand('tool', `/nowhere:${join(directory, 'bin')}`)).toBe(program);
    expect(findCommand('data', join(directory, 'bin'))).toBeUndefined();
  });
});

describe('runCommand', () => {
  it('when a command fails, then its exit code and its output are given', async () => {
    const script = 'console.log("out"); console.error("err"); process.exit(3)';
    const result = await runCommand(process.execPath, ['-e', script]);
    expect(result).toMatchObject({ exitCode: 3, stdout: 'out\n' });
    expect(result.output).toContain('err');
  });

  it('when a command does not exist, then that is exit code 127', async () => {
    expect(await runCommand(join(directory, 'none'), [])).toMatchObject({ exitCode: 127 });
  });

  it.each(['/dev/full', '/dev/null/run.log'])(
    'when its log %s cannot be written, then the fault says so',
    async (logFile) => {
      const running = runCommand(process.execPath, ['-e', 'console.log("out")'], { logFile });
      await expect(running).rejects.toThrow(`the log ${logFile} cannot be written`);
    }
  );
});

describe('dependenciesAreCurrent', () => {
  const lock = (version: string): string =>
    JSON.stringify({
      packages: { '': {}, 'node_modules/zod': { version }, 'node_modules/fs': { version, optional: true } }
    });

  function install(version: string): void {
    write('package-lock.json', lock('4.6.7'));
    write(
      'node_modules/.package-lock.json',
      JSON.stringify({ packages: { 'node_modules/zod': { version } } })
    );
    write('node_modules/odbc/lib/bindings/napi-v8/odbc.node', '');
  }

  it('when npm installed what the lock says by hand, then nothing is to be done', () => {
    install('4.6.7');
    expect(dependenciesAreCurrent(directory)).toBe(true);
  });

  it('when the lock names another version, then they are not current', () => {
    install('4.6.6');
    expect(dependenciesAreCurrent(directory)).toBe(false);
  });

  it('when the odbc module was left out, then they are not current', () => {
    install('4.6.7');
    rmSync(join(directory, 'node_modules/odbc'), { recursive: true });
    expect(dependenciesAreCurrent(directory)).toBe(false);
  });

  it('when nothing is installed, then they are not current', () => {
    write('package-lock.json', lock('4.6.7'));
    expect(dependenciesAreCurrent(directory)).toBe(false);
  });
});

describe('fingerprint', () => {
  it('when a counted file changes, then it changes; when another does, then not', () => {
    const source = write('src/a.ts', 'a');
    const test = write('src/a.test.ts', 'a');
    const take = (): string => fingerprint(['src'], (file) => !file.endsWith('.test.ts'), directory);
    const before = take();
    utimesSync(test, 1, 1);
    expect(take()).toBe(before);
    utimesSync(source, 1, 1);
    expect(take()).not.toBe(before);
  });
});

describe('explainInstallFailure', () => {
  it.each([
    ['../src/odbc.h:34:10: fatal error: sql.h: No such file or directory', 'unixodbc-dev'],
    [
      'gyp http GET https://nodejs.org/download/release/v20.20.2/node-v20.20.2-headers.tar.gz',
      'npm_config_nodedir'
    ],
    ['gyp ERR! stack Error: not found: make', 'build-essential'],
    [
      'npm error network request to https://registry.npmjs.org failed, reason: getaddrinfo ENOTFOUND',
      'network'
    ],
    ['something new', 'npm-ci.log']
  ])('when the log says %j, then the remedy names %s', (log, remedy) => {
    expect(explainInstallFailure(log).remedy).toContain(remedy);
  });
});

describe('findNodeHeaders', () => {
  it('when the user has named a directory, then it is left alone', () => {
    expect(findNodeHeaders({ npm_config_nodedir: '/opt/node' })).toBeUndefined();
  });
});

describe('system packages', () => {
  it('when a package is not found, then it is missing', () => {
    const packages = [
      { name: 'here', purpose: '', find: () => '/usr/bin/here' },
      { name: 'gone', purpose: '', find: () => undefined }
    ];
    expect(missingPackages(packages).map((each) => each.name)).toEqual(['gone']);
  });

  it('when several major versions of PostgreSQL are installed, then the highest number is taken', () => {
    vi.stubEnv('POSTGRES_PROGRAMS', undefined); // the whole check sets it
    onTestFinished(() => void vi.unstubAllEnvs());
    const newest = write('postgresql/15/bin/postgres', '');
    write('postgresql/9/bin/postgres', '');
    expect(findPostgresServer(join(directory, 'postgresql'))).toBe(newest);
  });

  it('when only the demo is wanted, then neither browser nor PostgreSQL is asked for', () => {
    const names = packagesFor(['base']).map((each) => each.name);
    expect(names).toContain('unixodbc-dev');
    expect(names).not.toContain('chromium');
    expect(names).not.toContain('postgresql');
  });
});

describe('words', () => {
  it('when a time is given, then it reads well', () => {
    expect([seconds(340), seconds(125_400)]).toEqual(['0.3 s', '2 min 5 s']);
  });

  it('when a log is long, then only its end is kept', () => {
    expect(tail('a\nb\nc\n', 2)).toBe('b\nc');
  });
});
