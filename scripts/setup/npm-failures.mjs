/**
 * What npm or node-gyp writes when an install fails for a known reason, and what to do about it. The texts are those of
 * npm 11, node-gyp and gcc.
 */
const knownFailures = [
  {
    text: /in sync|Missing: .* from lock file/,
    cause: 'package.json and package-lock.json do not fit each other',
    remedy: 'Run npm install and commit package-lock.json.'
  },
  {
    text: /sql\.h: No such file/,
    cause: 'the ODBC headers are missing',
    remedy: 'Install unixodbc-dev.'
  },
  {
    text: /nodejs\.org\/download|Failed to download.*headers|node-v[\d.]+-headers/,
    cause: "Node's headers could not be downloaded from nodejs.org, so the odbc module could not be built",
    remedy:
      'Run again with npm_config_nodedir set to a directory that holds include/node (the prefix of a Node.js installed from its archive).'
  },
  {
    text: /not found: make|make: not found|c\+\+: No such file|g\+\+: not found/,
    cause: 'there is no compiler',
    remedy: 'Install build-essential.'
  },
  {
    text: /find Python|Could not find any Python/,
    cause: 'node-gyp found no Python',
    remedy: 'Install python3.'
  },
  {
    text: /ESTRICTALLOWSCRIPTS/,
    cause: 'npm does not run install scripts here',
    remedy:
      'Allow them for this repository: npm config set ignore-scripts false (package.json names the packages that need it).'
  },
  {
    text: /ENOTFOUND|ECONNREFUSED|EAI_AGAIN|ETIMEDOUT|ECONNRESET/,
    cause: 'the npm registry could not be reached',
    remedy: 'Check the network and `npm config get registry`, then run this again.'
  },
  {
    text: /ENOSPC|no space left/i,
    cause: 'the disk is full',
    remedy: 'Free about 2 GB, then run this again.'
  },
  {
    text: /EACCES|EPERM/,
    cause: 'files below node_modules belong to another user',
    remedy: 'Make them yours (chown), or delete node_modules, then run this again.'
  }
];

/**
 * The first known cause found in an install log.
 * @param {string} log
 * @returns {{ cause: string, remedy: string }}
 */
export function explainInstallFailure(log) {
  const known = knownFailures.find((failure) => failure.text.test(log));
  if (known !== undefined) return { cause: known.cause, remedy: known.remedy };
  return { cause: 'the log names no known cause', remedy: 'Read .run/logs/npm-ci.log.' };
}
