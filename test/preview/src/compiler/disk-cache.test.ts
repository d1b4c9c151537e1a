import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDiskCache } from './disk-cache.ts';

let directory: string;

beforeEach(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'ledger-bridge-cache-'));
});

afterEach(() => rm(directory, { recursive: true }));

describe('openDiskCache', () => {
  it('when a key was made before, then a cache opened anew on the directory gives it without making it', async () => {
    await openDiskCache(directory).through(['settings', 'a.js', 'source'], () => Promise.resolve('compiled'));
    const again = openDiskCache(directory).through(['settings', 'a.js', 'source'], () =>
      Promise.resolve('made twice')
    );
    expect(await again).toBe('compiled');
  });

  it('when any part of the key differs, then it is made', async () => {
    const cache = openDiskCache(directory);
    await cache.through(['settings', 'a.js', 'source'], () => Promise.resolve('compiled'));
    expect(await cache.through(['settings', 'a.js', 'edited'], () => Promise.resolve('compiled anew'))).toBe(
      'compiled anew'
    );
    expect(await cache.through(['settings', 'a.jss', 'ource'], () => Promise.resolve('other file'))).toBe(
      'other file'
    );
  });

  it('when making fails, then nothing is stored', async () => {
    const cache = openDiskCache(directory);
    await expect(cache.through(['key'], () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await cache.through(['key'], () => Promise.resolve('yes'))).toBe('yes');
  });
});
