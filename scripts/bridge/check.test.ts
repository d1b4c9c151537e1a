import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import {
  BRIDGE_PROTOCOL_VERSION,
  HEARTBEAT_INTERVAL_MS
} from '../../callout-service/src/sage/boi/protocol.ts';
import { BRIDGE_SCRIPT, RULE_NAMES, checkBridgeScript } from './check.ts';

const bridge = await readFile(BRIDGE_SCRIPT, 'utf8');

/** A script without offence, short so that a check takes no time. */
const innocent = `Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
$Answers = [System.IO.TextWriter]::Null
$ExitCode = 0
$BridgeVersion = '1.0'
$Json = 1
$Ended = 2
$Objects = @{ Name = 1 }
function Send-Line {
    param($Line)
    $Answers.WriteLine($Line)
}
function Send-Ready { Send-Line -Line $BridgeVersion }
function Clear-AllHandles { Send-Ready }
function Get-Cause {
    param($Exception)
    return $Exception
}
`;

/** What each rule is there to catch, as a line in the script. */
const offences: readonly (readonly [rule: string, line: string])[] = [
  ['syntax', 'if ($ExitCode -gt 1 {'],
  ['syntax', '$ExitCode = $ExitCode ? 1 : 2'],
  ['syntax', '$ExitCode = $Json ?? 1'],
  ['no-pipeline-chain', 'Clear-AllHandles && Send-Ready'],
  ['no-pipeline-chain', 'Clear-AllHandles || Send-Ready'],
  ['ascii', "$Word = 'caf\u00e9'"],
  ['allowed-commands', "Invoke-Expression 'Send-Ready'"],
  ['allowed-commands', "iex 'Send-Ready'"],
  ['allowed-commands', "Write-Host 'hello'"],
  ['allowed-commands', "Invoke-WebRequest 'http://example.test'"],
  ['allowed-commands', "Set-Content -Path 'a.txt' -Value 'x'"],
  ['allowed-commands', '. .\\other.ps1'],
  ['allowed-commands', '& $Json'],
  ['allowed-types', "$Text = [System.IO.File]::ReadAllText('a.txt')"],
  ['allowed-types', '$Client = [System.Net.WebClient]::new()'],
  ['allowed-types', "$Block = [scriptblock]::Create('1')"],
  ['case-sensitive', "if ($BridgeVersion -eq 'end') { Send-Ready }"],
  ['nothing-of-sage', "Send-Line -Line 'SO_SalesOrder_bus'"],
  ['nothing-of-sage', "Send-Line -Line 'ProvideX.Script'"],
  ['nothing-of-sage', "Send-Line -Line 'nSetKey'"],
  ['strict-mode', '$Loop = { Send-Ready }'],
  ['one-writer', "$Answers.WriteLine('x')"],
  ['one-writer', "[System.Console]::Write('x')"],
  ['no-leaks', "'hello'"],
  ['no-leaks', '$Objects.Remove($BridgeVersion)'],
  ['no-leaks', 'Get-Cause -Exception $Ended'],
  ['reserved-variables', '$Lines = $input'],
  ['reserved-variables', '$Folder = $env:TEMP'],
  ['assigned-variables', 'Send-Line -Line $NeverSet'],
  ['assigned-variables', 'function Get-Typo {\n    param($Name)\n    return $Nmae\n}'],
  ['named-parameters', "Send-Line -Lime 'x'"],
  ['named-parameters', "Send-Line 'x'"],
  ['named-parameters', 'Send-Line']
];

describe('the bridge script', () => {
  it('keeps every rule', async () => {
    expect(await checkBridgeScript(bridge)).toEqual([]);
  });

  it('when a script offends nothing, nothing is told', async () => {
    expect(await checkBridgeScript(innocent)).toEqual([]);
  });

  it.each(offences)('when it offends %s by: %s, the rule tells', async (rule, line) => {
    const found = await checkBridgeScript(`${innocent}${line}\n`);
    expect(found.map((finding) => finding.rule)).toContain(rule);
  });

  it('when it does not begin with strict mode, that is told', async () => {
    const found = await checkBridgeScript(innocent.replace('Set-StrictMode -Version Latest\n', ''));
    expect(found.map(({ rule }) => rule)).toEqual(['strict-mode']);
  });

  it('when a rule is added, an offence shows that it catches one', () => {
    expect(new Set(offences.map(([rule]) => rule))).toEqual(new Set(RULE_NAMES));
  });

  it('when the service changes the protocol or the interval of heartbeats, the script says the same', () => {
    expect(bridge).toContain(`\n$ProtocolVersion = ${BRIDGE_PROTOCOL_VERSION}\n`);
    expect(bridge).toContain(`\n$HeartbeatMilliseconds = ${HEARTBEAT_INTERVAL_MS}\n`);
  });
});
