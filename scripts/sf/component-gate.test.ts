import { describe, expect, it } from 'vitest';
import { takesComponents } from './component-gate.mjs';

describe('takesComponents', () => {
  it.each([
    ['project deploy start --target-org scratch', true],
    ['project:deploy:start', true],
    ['project deploy validate', true],
    ['project convert source', true],
    ['package version create --package LedgerBridge', true],
    ['package version list', false],
    ['org create scratch', false],
    ['data import tree --files config/demo/Account.json', false],
    ['version', false]
  ])('when the command is `%s`, then the gate applies: %s', (command, applies) => {
    expect(takesComponents(command.split(' '))).toBe(applies);
  });
});
