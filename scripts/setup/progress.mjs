/**
 * Says on stderr what the set-up does and how long it took; stdout stays free for results.
 */
export class Progress {
  /** @param {NodeJS.WritableStream} [stream] */
  constructor(stream = process.stderr) {
    this.stream = stream;
  }

  /** @param {string} line */
  say(line) {
    this.stream.write(`${line}\n`);
  }

  /**
   * Runs one piece of work, with a line when it starts and one with its time when it ends.
   * @template T
   * @param {string} title
   * @param {() => T | Promise<T>} work
   * @returns {Promise<T>}
   */
  async step(title, work) {
    const started = performance.now();
    this.say(`… ${title}`);
    try {
      const result = await work();
      this.say(`✓ ${title} (${seconds(performance.now() - started)})`);
      return result;
    } catch (error) {
      this.say(`✗ ${title} (${seconds(performance.now() - started)})`);
      throw error;
    }
  }
}

/**
 * A duration for a person, as `0.3 s` or `2 min 5 s`.
 * @param {number} milliseconds
 * @returns {string}
 */
export function seconds(milliseconds) {
  const total = milliseconds / 1000;
  if (total < 60) return `${total.toFixed(1)} s`;
  const rounded = Math.round(total);
  return `${Math.floor(rounded / 60)} min ${rounded % 60} s`;
}
