import { readFileSync, readdirSync } from 'node:fs';

/** The bridges to Sage's Business Object Interface that a service has started, by their process ids. */
export function bridgesOf(servicePid: number): number[] {
  return childrenOf(servicePid).filter((pid) => textOf(`/proc/${pid}/cmdline`).includes('boi/main.ts'));
}

function childrenOf(pid: number): number[] {
  try {
    return readdirSync(`/proc/${pid}/task`).flatMap((task) =>
      textOf(`/proc/${pid}/task/${task}/children`)
        .split(' ')
        .filter((each) => each !== '')
        .map(Number)
    );
  } catch {
    return []; // it has ended
  }
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
