#Requires -Version 5.1
#Requires -PSEdition Desktop
#
# Runs batches of COM calls that arrive as JSON lines on standard input, and answers as JSON lines on standard output.
# Started by the Ledger Bridge service on the Windows server; not meant to be started by people, though README.md beside
# this file says how. It knows nothing of the application behind the COM objects: it creates objects, calls members,
# reads properties and hands back what came. The protocol is described in README.md.
#
#   powershell.exe -NoLogo -NoProfile -NonInteractive -Sta -ExecutionPolicy RemoteSigned -File boi-bridge.ps1
#
# Rules of this file, checked by scripts/bridge:
# - Nothing is put on standard output but by Send-Line and the heartbeat; what the pipeline leaks is thrown away.
# - No COM object is put on the pipeline, where PowerShell would try to enumerate it; it is assigned or passed on.
# - The automatic variable for pipeline input is never named: powershell.exe would then read standard input itself.
# - Standard error says which kind of error ended the bridge, never a value.
Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
$WarningPreference = 'SilentlyContinue'
$VerbosePreference = 'SilentlyContinue'
$DebugPreference = 'SilentlyContinue'
$InformationPreference = 'SilentlyContinue'
$ProgressPreference = 'SilentlyContinue'

Add-Type -AssemblyName System.Web.Extensions

$BridgeVersion = '1.0'
$ProtocolVersion = 1
$HeartbeatMilliseconds = 1000
$SecondsToEnd = 5

# The streams are opened here, with an encoding of our own: the console's would be the code page of the machine.
$Utf8 = [System.Text.UTF8Encoding]::new($false)
$Requests = [System.IO.StreamReader]::new([System.Console]::OpenStandardInput(), $Utf8)
$AnswerStream = [System.IO.StreamWriter]::new([System.Console]::OpenStandardOutput(), $Utf8)
$AnswerStream.AutoFlush = $true
$AnswerStream.NewLine = "`n"
# Each call of this writer is a whole line under one lock, so a heartbeat never lands inside an answer.
$Answers = [System.IO.TextWriter]::Synchronized($AnswerStream)
# What else might print goes nowhere.
[System.Console]::SetOut([System.IO.TextWriter]::Null)

# JavaScriptSerializer and not ConvertFrom-Json: see README.md, "JSON in PowerShell 5.1".
$Json = [System.Web.Script.Serialization.JavaScriptSerializer]::new()
$Json.MaxJsonLength = [int]::MaxValue
$Json.RecursionLimit = 100

$Objects = [System.Collections.Generic.Dictionary[string, object]]::new([System.StringComparer]::Ordinal)

# Seen by the heartbeat's thread. Busy is one text that is replaced whole, so a heartbeat never mixes two batches.
$Shared = [hashtable]::Synchronized(@{ Busy = 'null'; EndBy = [System.DateTime]::MaxValue })

$Invariant = [System.Globalization.CultureInfo]::InvariantCulture

function Send-Line {
    param([string] $Line)
    $Answers.WriteLine($Line)
}

function Send-Diagnostic {
    param([string] $What)
    [System.Console]::Error.WriteLine('boi-bridge: ' + $What)
}

# --- JSON -----------------------------------------------------------------------------------------------------------

function ConvertTo-JsonNumber {
    param([double] $Number)
    if ([double]::IsNaN($Number) -or [double]::IsInfinity($Number)) {
        throw [System.InvalidCastException]::new('A number that is not finite cannot be passed on.')
    }
    # Seventeen digits give every double back; the round-trip format R of .NET Framework does not, in 64 bits.
    return $Number.ToString('G17', $Invariant)
}

# Whether what COM gave counts as a number: every kind of number, and booleans, which are 1 and 0.
function Test-Numeric {
    param($Value)
    if ($Value -is [char] -or $Value -is [System.DateTime]) { return $false }
    return $Value -is [System.ValueType] -and $Value -is [System.IConvertible]
}

# A value that COM gave, as JSON: text, number or null.
function ConvertTo-JsonValue {
    param($Value)
    if ($null -eq $Value -or $Value -is [System.DBNull]) { return 'null' }
    if ($Value -is [string] -or $Value -is [char]) { return $Json.Serialize([string] $Value) }
    if (Test-Numeric -Value $Value) { return ConvertTo-JsonNumber -Number ([double] $Value) }
    throw [System.InvalidCastException]::new('A value of type ' + $Value.GetType().FullName + ' cannot be passed on.')
}

# --- What a request must look like ----------------------------------------------------------------------------------

function Test-Map {
    param($Value)
    return $Value -is [System.Collections.Generic.Dictionary[string, object]]
}

function Test-Number {
    param($Value)
    return $Value -is [int] -or $Value -is [long] -or $Value -is [decimal] -or $Value -is [double]
}

function Test-Text {
    param($Map, [string] $Name)
    return $Map.ContainsKey($Name) -and $Map[$Name] -is [string] -and $Map[$Name].Length -gt 0
}

function Test-NumberList {
    param($Map, [string] $Name)
    if (-not $Map.ContainsKey($Name) -or $Map[$Name] -isnot [System.Collections.IList]) { return $false }
    foreach ($number in $Map[$Name]) {
        if (-not (Test-Number -Value $number)) { return $false }
    }
    return $true
}

function Test-Argument {
    param($Argument)
    if ($null -eq $Argument -or $Argument -is [string]) { return $true }
    if (Test-Number -Value $Argument) { return $true }
    if (-not (Test-Map -Value $Argument)) { return $false }
    if (Test-Text -Map $Argument -Name 'handle') { return $true }
    return (Test-Text -Map $Argument -Name 'out') -and ($Argument['out'] -ceq 'string' -or $Argument['out'] -ceq 'number')
}

function Test-CallShape {
    param($Step)
    if ($Step.ContainsKey('args')) {
        if ($Step['args'] -isnot [System.Collections.IList]) { return $false }
        foreach ($argument in $Step['args']) {
            if (-not (Test-Argument -Argument $argument)) { return $false }
        }
    }
    if (-not $Step.ContainsKey('expect')) { return $true }
    # An object that gets a name has no return value to compare.
    if ($Step.ContainsKey('as')) { return $false }
    $expect = $Step['expect']
    if (-not (Test-Map -Value $expect)) { return $false }
    if (-not (Test-Text -Map $expect -Name 'message')) { return $false }
    return (Test-NumberList -Map $expect -Name 'goOn') -and (Test-NumberList -Map $expect -Name 'quiet')
}

function Test-Step {
    param($Step)
    if (-not (Test-Map -Value $Step)) { return $false }
    if (-not (Test-Text -Map $Step -Name 'op')) { return $false }
    if ($Step.ContainsKey('as') -and -not (Test-Text -Map $Step -Name 'as')) { return $false }
    $addressed = (Test-Text -Map $Step -Name 'on') -and (Test-Text -Map $Step -Name 'member')
    switch -CaseSensitive ($Step['op']) {
        'create' { return (Test-Text -Map $Step -Name 'progId') -and (Test-Text -Map $Step -Name 'as') }
        'call' { return $addressed -and (Test-CallShape -Step $Step) }
        'get' { return $addressed }
        'release' { return Test-Text -Map $Step -Name 'handle' }
        default { return $false }
    }
}

# --- Objects and their names ----------------------------------------------------------------------------------------

function Assert-Handle {
    param([string] $Handle)
    if (-not $Objects.ContainsKey($Handle)) {
        # A type that neither COM's HRESULTs nor reflection come as, so it tells this fault from theirs.
        throw [System.Management.Automation.ItemNotFoundException]::new('No object is named ' + $Handle + '.')
    }
}

# Forgets an object. One reference is given back for each name: an object that was fetched twice lives until both go.
function Clear-Handle {
    param([string] $Handle)
    if (-not $Objects.ContainsKey($Handle)) { return }
    $object = $Objects[$Handle]
    [void] $Objects.Remove($Handle)
    [void] [System.Runtime.InteropServices.Marshal]::ReleaseComObject($object)
}

function Set-Handle {
    param([string] $Handle, $Object)
    if ($Object -isnot [System.__ComObject]) {
        throw [System.InvalidCastException]::new('What came back is not an object.')
    }
    Clear-Handle -Handle $Handle
    $Objects[$Handle] = $Object
}

function Clear-AllHandles {
    foreach ($handle in [string[]] $Objects.get_Keys()) {
        try {
            Clear-Handle -Handle $handle
        } catch {
            Send-Diagnostic -What 'an object could not be released at the end'
        }
    }
}

# --- Steps: each gives the JSON of its result and whether the batch stops -------------------------------------------

function Get-Outcome {
    param([string] $Result, [bool] $Stop)
    return @{ Result = '{' + $Result + '}'; Stop = $Stop }
}

function Invoke-CreateStep {
    param($Step)
    $type = [System.Type]::GetTypeFromProgID($Step['progId'], $true)
    $object = [System.Activator]::CreateInstance($type)
    Set-Handle -Handle $Step['as'] -Object $object
    return Get-Outcome -Result '' -Stop $false
}

function Invoke-GetStep {
    param($Step)
    Assert-Handle -Handle $Step['on']
    $target = $Objects[$Step['on']]
    $flags = [System.Reflection.BindingFlags]::GetProperty
    $value = [System.__ComObject].InvokeMember($Step['member'], $flags, $null, $target, $null)
    if ($Step.ContainsKey('as')) {
        Set-Handle -Handle $Step['as'] -Object $value
        return Get-Outcome -Result '' -Stop $false
    }
    return Get-Outcome -Result ('"value":' + (ConvertTo-JsonValue -Value $value)) -Stop $false
}

function Read-Message {
    param($Target, [string] $Member)
    $flags = [System.Reflection.BindingFlags]::GetProperty
    $message = [System.__ComObject].InvokeMember($Member, $flags, $null, $Target, $null)
    return ConvertTo-JsonValue -Value ([string] $message)
}

function Test-Listed {
    param($Value, $Numbers)
    if (-not (Test-Numeric -Value $Value)) { return $false }
    foreach ($number in $Numbers) {
        if ([double] $number -eq [double] $Value) { return $true }
    }
    return $false
}

# Puts one argument of a call into Values. It does not answer it: an object must not go through the pipeline.
function Set-Argument {
    param($Values, [int] $Index, $Argument)
    if ($null -eq $Argument) {
        $Values[$Index] = $null
    } elseif ($Argument -is [string]) {
        $Values[$Index] = [string] $Argument
    } elseif (Test-Number -Value $Argument) {
        $Values[$Index] = [double] $Argument
    } elseif ($Argument.ContainsKey('handle')) {
        Assert-Handle -Handle $Argument['handle']
        $Values[$Index] = $Objects[$Argument['handle']]
    } elseif ($Argument['out'] -ceq 'string') {
        $Values[$Index] = [string] ''
    } else {
        $Values[$Index] = [double] 0
    }
}

function ConvertTo-OutList {
    param($Values, $Indexes)
    $texts = [System.Collections.Generic.List[string]]::new()
    foreach ($index in $Indexes) {
        $texts.Add((ConvertTo-JsonValue -Value $Values[$index]))
    }
    return '[' + ($texts -join ',') + ']'
}

# Which arguments go by reference. The list is made by the caller: an empty one would not come through the pipeline.
function Add-OutIndex {
    param($Indexes, $Given)
    for ($index = 0; $index -lt $Given.Length; $index++) {
        $argument = $Given[$index]
        if ((Test-Map -Value $argument) -and -not $argument.ContainsKey('handle')) { $Indexes.Add($index) }
    }
}

function Invoke-CallStep {
    param($Step)
    Assert-Handle -Handle $Step['on']
    $target = $Objects[$Step['on']]
    $given = [object[]]::new(0)
    if ($Step.ContainsKey('args')) { $given = [object[]] $Step['args'] }
    $values = [object[]]::new($given.Length)
    for ($index = 0; $index -lt $given.Length; $index++) {
        Set-Argument -Values $values -Index $index -Argument $given[$index]
    }
    $outIndexes = [System.Collections.Generic.List[int]]::new()
    Add-OutIndex -Indexes $outIndexes -Given $given
    $modifiers = $null
    if ($outIndexes.Count -gt 0) {
        $modifier = [System.Reflection.ParameterModifier]::new($given.Length)
        foreach ($outIndex in $outIndexes) { $modifier[$outIndex] = $true }
        # For COM the array holds one element, which speaks for all arguments.
        $modifiers = [System.Reflection.ParameterModifier[]] @($modifier)
    }
    $flags = [System.Reflection.BindingFlags]::InvokeMethod
    $value = [System.__ComObject].InvokeMember($Step['member'], $flags, $null, $target, $values, $modifiers, $null, $null)

    $parts = [System.Collections.Generic.List[string]]::new()
    $message = ''
    $stop = $false
    if ($Step.ContainsKey('expect')) {
        # At once: the next call on the object may overwrite its message.
        if (-not (Test-Listed -Value $value -Numbers $Step['expect']['quiet'])) {
            $message = Read-Message -Target $target -Member $Step['expect']['message']
        }
        $stop = -not (Test-Listed -Value $value -Numbers $Step['expect']['goOn'])
    }
    if ($Step.ContainsKey('as')) {
        Set-Handle -Handle $Step['as'] -Object $value
    } else {
        $parts.Add('"value":' + (ConvertTo-JsonValue -Value $value))
    }
    if ($outIndexes.Count -gt 0) { $parts.Add('"out":' + (ConvertTo-OutList -Values $values -Indexes $outIndexes)) }
    if ($message.Length -gt 0) { $parts.Add('"message":' + $message) }
    return Get-Outcome -Result ($parts -join ',') -Stop $stop
}

function Invoke-Step {
    param($Step)
    switch -CaseSensitive ($Step['op']) {
        'create' { return Invoke-CreateStep -Step $Step }
        'call' { return Invoke-CallStep -Step $Step }
        'get' { return Invoke-GetStep -Step $Step }
        default {
            Clear-Handle -Handle $Step['handle']
            return Get-Outcome -Result '' -Stop $false
        }
    }
}

# --- Batches --------------------------------------------------------------------------------------------------------

# PowerShell and reflection wrap what COM threw; the HRESULT and the message that count are inside.
function Get-Cause {
    param([System.Exception] $Exception)
    $cause = $Exception
    while ($null -ne $cause.InnerException -and (
            $cause -is [System.Reflection.TargetInvocationException] -or
            $cause -is [System.Management.Automation.RuntimeException])) {
        $cause = $cause.InnerException
    }
    return $cause
}

function Send-Fault {
    param([string] $Id, [int] $Step, [string] $Results, [string] $Kind, [string] $Code, [string] $Message)
    $fault = '{"step":' + $Step + ',"kind":"' + $Kind + '","code":"' + $Code + '","message":' +
    (ConvertTo-JsonValue -Value $Message) + '}'
    Send-Line -Line ('{"type":"fault","id":' + $Id + ',"results":[' + $Results + '],"fault":' + $fault + '}')
}

function Send-StepFault {
    param([string] $Id, [int] $Step, [string] $Results, [System.Exception] $Exception)
    $cause = Get-Cause -Exception $Exception
    if ($cause -is [System.Management.Automation.ItemNotFoundException]) {
        Send-Fault -Id $Id -Step $Step -Results $Results -Kind 'request' -Code '' -Message $cause.Message
    } else {
        $code = '0x{0:X8}' -f $cause.HResult
        Send-Fault -Id $Id -Step $Step -Results $Results -Kind 'com' -Code $code -Message $cause.Message
    }
}

function Invoke-Batch {
    param([string] $Id, [object[]] $Steps)
    # All shapes before the first step, so that a malformed batch leaves nothing half done.
    for ($index = 0; $index -lt $Steps.Length; $index++) {
        if (-not (Test-Step -Step $Steps[$index])) {
            Send-Fault -Id $Id -Step $index -Results '' -Kind 'request' -Code '' -Message 'The step is malformed.'
            return
        }
    }
    $results = [System.Collections.Generic.List[string]]::new()
    $stopped = 'false'
    for ($index = 0; $index -lt $Steps.Length; $index++) {
        $Shared['Busy'] = '{"id":' + $Id + ',"step":' + $index + '}'
        try {
            $outcome = Invoke-Step -Step $Steps[$index]
        } catch {
            $Shared['Busy'] = 'null'
            Send-StepFault -Id $Id -Step $index -Results ($results -join ',') -Exception $_.Exception
            return
        }
        $results.Add($outcome['Result'])
        if ($outcome['Stop']) {
            $stopped = 'true'
            break
        }
    }
    $Shared['Busy'] = 'null'
    Send-Line -Line ('{"type":"done","id":' + $Id + ',"results":[' + ($results -join ',') + '],"stopped":' + $stopped + '}')
}

# --- Requests -------------------------------------------------------------------------------------------------------

# What a line asks for: a map, or null where it is no JSON or no object.
function Read-Request {
    param([string] $Line)
    try {
        $request = $Json.DeserializeObject($Line)
    } catch {
        return $null
    }
    if (Test-Map -Value $request) { return $request }
    return $null
}

function Get-RequestId {
    param($Request)
    if ($Request.ContainsKey('id') -and ($Request['id'] -is [int] -or $Request['id'] -is [long])) {
        return $Request['id'].ToString($Invariant)
    }
    # No batch has this number: the answer to a line that gave none.
    return '-1'
}

# Runs one line; false when it was the last.
function Invoke-Request {
    param([string] $Line)
    $request = Read-Request -Line $Line
    if ($null -eq $request) {
        Send-Fault -Id '-1' -Step 0 -Results '' -Kind 'request' -Code '' -Message 'The line is not a JSON object.'
        return $true
    }
    if ((Test-Text -Map $request -Name 'type') -and $request['type'] -ceq 'end') { return $false }
    $id = Get-RequestId -Request $request
    if ($id -ceq '-1' -or -not (Test-Text -Map $request -Name 'type') -or $request['type'] -cne 'batch' -or
        -not $request.ContainsKey('steps') -or $request['steps'] -isnot [System.Collections.IList]) {
        Send-Fault -Id $id -Step 0 -Results '' -Kind 'request' -Code '' -Message 'The line is not a batch.'
        return $true
    }
    Invoke-Batch -Id $id -Steps ([object[]] $request['steps'])
    return $true
}

# --- Life of the bridge ---------------------------------------------------------------------------------------------

# Runs in a runspace, and so on a thread, of its own: it beats also while a COM call does not return. When nobody reads
# any more, or the end takes too long, it ends the process the hard way, since the main thread may hang in a call.
$HeartbeatLoop = {
    param($Answers, $Shared, [int] $Milliseconds)
    Set-StrictMode -Version Latest
    $ErrorActionPreference = 'Stop'
    try {
        while ([System.DateTime]::UtcNow -lt $Shared['EndBy']) {
            [System.Threading.Thread]::Sleep($Milliseconds)
            $Answers.WriteLine('{"type":"heartbeat","busy":' + $Shared['Busy'] + '}')
        }
    } finally {
        [System.Diagnostics.Process]::GetCurrentProcess().Kill()
    }
}

function Start-Heartbeat {
    $state = [System.Management.Automation.Runspaces.InitialSessionState]::CreateDefault2()
    $runspace = [System.Management.Automation.Runspaces.RunspaceFactory]::CreateRunspace($state)
    $runspace.ApartmentState = [System.Threading.ApartmentState]::MTA
    $runspace.Open()
    $heart = [System.Management.Automation.PowerShell]::Create()
    $heart.Runspace = $runspace
    [void] $heart.AddScript($HeartbeatLoop.ToString())
    [void] $heart.AddArgument($Answers).AddArgument($Shared).AddArgument($HeartbeatMilliseconds)
    [void] $heart.BeginInvoke()
}

function Send-Ready {
    $bits = 32
    if ([System.Environment]::Is64BitProcess) { $bits = 64 }
    Send-Line -Line ('{"type":"ready","protocol":' + $ProtocolVersion + ',"bridge":"powershell ' + $BridgeVersion +
        '","pid":' + $PID + ',"bits":' + $bits + '}')
}

function Start-Bridge {
    if ([System.Threading.Thread]::CurrentThread.GetApartmentState() -ne [System.Threading.ApartmentState]::STA) {
        Send-Diagnostic -What 'powershell.exe is to be started with -Sta'
        throw [System.InvalidOperationException]::new()
    }
    Send-Ready
    Start-Heartbeat
    while ($true) {
        $line = $Requests.ReadLine()
        if ($null -eq $line) { return }
        if ($line.Trim().Length -eq 0) { continue }
        if (-not (Invoke-Request -Line $line)) { return }
    }
}

$ExitCode = 0
try {
    Start-Bridge | Out-Null
} catch {
    $Ended = Get-Cause -Exception $_.Exception
    Send-Diagnostic -What ('ended by ' + $Ended.GetType().FullName + ' 0x{0:X8}' -f $Ended.HResult)
    $ExitCode = 1
}
$Shared['EndBy'] = [System.DateTime]::UtcNow.AddSeconds($SecondsToEnd)
Clear-AllHandles
# Not "exit": that waits for runspaces to close.
[System.Environment]::Exit($ExitCode)
