/**
 * Something on this machine keeps the set-up from going on. `message` says what, `remedy` what to do, usually a command.
 */
export class SetupFault extends Error {
  /**
   * @param {string} message
   * @param {string} remedy
   * @param {string} [logTail] the end of the log of the command that failed
   */
  constructor(message, remedy, logTail) {
    super(message);
    this.name = 'SetupFault';
    this.remedy = remedy;
    this.logTail = logTail;
  }
}

/**
 * Prints a fault for a person and gives the exit code to end with. A wrong option is named; other errors, which are no
 * set-up faults, keep their stack.
 * @param {unknown} error
 * @returns {number}
 */
export function reportFault(error) {
  if (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')) {
    console.error(`${error.message}\nSee --help.`);
    return 1;
  }
  if (!(error instanceof SetupFault)) {
    console.error(error);
    return 1;
  }
  if (error.logTail !== undefined) console.error(`\n${error.logTail}\n`);
  console.error(`\nCannot go on: ${error.message}\nWhat to do:   ${error.remedy}`);
  return 1;
}
