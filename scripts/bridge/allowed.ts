/** Commands of Windows PowerShell that the bridge may use, besides its own functions. None writes, asks or connects. */
export const ALLOWED_COMMANDS: ReadonlySet<string> = new Set(['Add-Type', 'Out-Null', 'Set-StrictMode']);

/** .NET types that the bridge may name. None reaches files, the network, the registry or other processes. */
export const ALLOWED_TYPES: ReadonlySet<string> = new Set([
  'bool',
  'char',
  'double',
  'hashtable',
  'int',
  'long',
  'decimal',
  'object[]',
  'string',
  'string[]',
  'void',
  'System.__ComObject',
  'System.Activator',
  'System.Collections.Generic.Dictionary[string, object]',
  'System.Collections.Generic.List[int]',
  'System.Collections.Generic.List[string]',
  'System.Collections.IList',
  'System.Console',
  'System.DateTime',
  'System.DBNull',
  'System.Diagnostics.Process',
  'System.Environment',
  'System.Exception',
  'System.Globalization.CultureInfo',
  'System.IConvertible',
  'System.InvalidCastException',
  'System.InvalidOperationException',
  'System.IO.StreamReader',
  'System.IO.StreamWriter',
  'System.IO.TextWriter',
  'System.Management.Automation.ItemNotFoundException',
  'System.Management.Automation.PowerShell',
  'System.Management.Automation.RuntimeException',
  'System.Management.Automation.Runspaces.InitialSessionState',
  'System.Management.Automation.Runspaces.RunspaceFactory',
  'System.Reflection.BindingFlags',
  'System.Reflection.ParameterModifier',
  'System.Reflection.ParameterModifier[]',
  'System.Reflection.TargetInvocationException',
  'System.Runtime.InteropServices.Marshal',
  'System.StringComparer',
  'System.Text.UTF8Encoding',
  'System.Threading.ApartmentState',
  'System.Threading.Thread',
  'System.Type',
  'System.ValueType',
  'System.Web.Script.Serialization.JavaScriptSerializer'
]);

/** Variables that PowerShell sets and the bridge may read. */
export const ALLOWED_AUTOMATIC_VARIABLES: ReadonlySet<string> = new Set([
  '$_',
  '$true',
  '$false',
  '$null',
  '$pid'
]);

/**
 * Variables that have a meaning to PowerShell. `$input` above all: powershell.exe -File reads standard input itself when
 * the script names it (PowerShell's ConsoleHost, RunFile).
 */
export const RESERVED_VARIABLES: ReadonlySet<string> = new Set([
  '$input',
  '$args',
  '$error',
  '$event',
  '$executioncontext',
  '$foreach',
  '$home',
  '$host',
  '$lastexitcode',
  '$matches',
  '$myinvocation',
  '$profile',
  '$psitem',
  '$pwd',
  '$sender',
  '$stacktrace',
  '$switch',
  '$this'
]);

/** Methods without a return value, which may therefore stand as statements. */
export const METHODS_WITHOUT_VALUE: ReadonlySet<string> = new Set([
  'Add',
  'Exit',
  'Kill',
  'Open',
  'SetOut',
  'Sleep',
  'WriteLine'
]);

/** Where text may be written to a stream: the one writer of answers, standard error, and the heartbeat. */
export const WRITERS: ReadonlySet<string> = new Set(['Send-Line', 'Send-Diagnostic', '$HeartbeatLoop']);
