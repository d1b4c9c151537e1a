import { describe, expect, it } from 'vitest';
import { settingsSchema, type Settings } from './settings.ts';
import { writingFaults, writingOf } from './writing.ts';

const boi = { SAGE_BOI_HOME_DIRECTORY: 'C:\\Sage\\MAS90\\Home' };

/** The settings of writing alone; the rest of the schema has its own tests. */
function settings(texts: Record<string, string>): Settings {
  const shape = Object.entries(settingsSchema.shape).map(([name, schema]) => {
    const read = schema.safeParse(texts[name]);
    return [name, read.success ? read.data : undefined] as const;
  });
  // Settings that are required and not given stay undefined; nothing here looks at them.
  return Object.fromEntries(shape) as Settings;
}

describe('writingOf', () => {
  it('when there is no home directory, then the service reads only', () => {
    expect(writingOf(settings({}))).toBeUndefined();
  });

  it('when only the home directory is given, then the account of the service logs on, through PowerShell', () => {
    expect(writingOf(settings(boi))).toMatchObject({
      command: 'powershell.exe',
      arguments: ['-NoLogo', '-NoProfile', '-NonInteractive', '-File', 'bridge\\boi-bridge.ps1'],
      user: undefined,
      cashReceipts: undefined
    });
  });

  it('when an import job is given whole, then cash receipts can be imported', () => {
    const importing = {
      SAGE_VI_COMMAND: 'pvxwin32.exe',
      SAGE_VI_ARGUMENTS: '["{job}","{file}"]',
      SAGE_VI_CASH_RECEIPT_JOB: 'VIWI01',
      SAGE_VI_DIRECTORY: 'D:\\Import'
    };
    expect(writingOf(settings({ ...boi, ...importing }))?.cashReceipts).toEqual({
      command: 'pvxwin32.exe',
      arguments: ['{job}', '{file}'],
      job: 'VIWI01',
      directory: 'D:\\Import',
      timeoutMs: 120_000
    });
  });
});

describe('writingFaults', () => {
  it.each([
    { texts: { SAGE_BOI_USER: 'lb' }, fault: /SAGE_BOI_USER and SAGE_BOI_PASSWORD belong together/ },
    { texts: { SAGE_BOI_PASSWORD: 'x' }, fault: /SAGE_BOI_USER and SAGE_BOI_PASSWORD belong together/ },
    { texts: { SAGE_VI_COMMAND: 'pvxwin32.exe' }, fault: /SAGE_VI_COMMAND, .* belong together/ }
  ])('when only a part is given ($texts), then the fault names what is missing', ({ texts, fault }) => {
    expect(writingFaults(settings(texts))).toEqual([expect.stringMatching(fault)]);
  });
});

describe('SAGE_BOI_ARGUMENTS', () => {
  it.each(['-File bridge.ps1', '{"a":1}', '[1]'])('when it is %s, then it is refused', (text) => {
    expect(settingsSchema.shape.SAGE_BOI_ARGUMENTS.safeParse(text).success).toBe(false);
  });
});
