import { buildPreview } from './build/build-preview.ts';
import { readCommandLine, USAGE, type CommandLine } from './command-line.ts';
import { startDevPreview } from './dev/start-dev-preview.ts';
import type { RunningPreview } from './server/listen.ts';
import { startPreview } from './server/start-preview.ts';

async function start(options: CommandLine): Promise<RunningPreview> {
  if (options.dev) return startDevPreview(options);
  await buildPreview({
    projectRoot: options.projectRoot,
    outDir: options.distDir,
    cacheDir: options.cacheDir
  });
  return startPreview(options);
}

try {
  const preview = await start(readCommandLine(process.argv.slice(2)));
  let closing: Promise<void> | undefined; // one stop may follow another, as Ctrl-C the end of the parent
  const stop = () => {
    closing ??= preview.close().then(
      () => process.exit(0),
      (error: unknown) => fail(error)
    );
  };
  process.once('SIGTERM', stop).once('SIGINT', stop);
  process.once('disconnect', stop); // whoever forked this process is gone, so nobody is left to stop it
  process.send?.({ type: 'ready', url: preview.url });
  console.log(`Preview: ${preview.url}/lightning/o/Account/list`);
} catch (error) {
  fail(error);
}

function fail(error: unknown): never {
  console.error(
    `The preview cannot start: ${error instanceof Error ? error.message : String(error)}\n${USAGE}`
  );
  process.exit(1);
}
