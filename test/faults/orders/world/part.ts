import { startChild, type Child, type ChildPlan } from '../../../../scripts/demo/child.ts';

/** One process of the world, which can be ended and started again at the same place. */
export class Part<Ready> {
  readonly name: string;
  readonly #plan: () => Omit<ChildPlan<Ready>, 'name'>;
  readonly #logDirectory: string;
  readonly logFiles: string[] = [];
  #child: Child<Ready> | undefined;
  #ready: Ready | undefined;

  constructor(name: string, logDirectory: string, plan: () => Omit<ChildPlan<Ready>, 'name'>) {
    this.name = name;
    this.#plan = plan;
    this.#logDirectory = logDirectory;
  }

  get starts(): number {
    return this.logFiles.length;
  }

  get pid(): number {
    return this.#started.pid;
  }

  /** What it said when it was last ready. */
  get ready(): Ready {
    if (this.#ready === undefined) throw new Error(`${this.name} was never ready`);
    return this.#ready;
  }

  /** Starts it and waits until it is ready; tells when it began, so that somebody can strike before that. */
  async start(began: () => void = () => undefined): Promise<void> {
    const name = `${this.name}-${this.starts + 1}`;
    const surroundings = { logDirectory: this.#logDirectory, onLine: () => undefined };
    this.#child = startChild({ ...this.#plan(), name }, surroundings);
    this.logFiles.push(this.#child.logFile);
    began();
    this.#ready = await this.#child.ready;
  }

  signal(signal: NodeJS.Signals): void {
    try {
      process.kill(this.pid, signal);
    } catch {
      // It has ended already.
    }
  }

  /** Ends the process itself with SIGKILL; what it started lives on, as after a crash. */
  async kill(): Promise<void> {
    this.signal('SIGKILL');
    await this.#started.ended;
  }

  /** Asks it to stop. */
  async stop(): Promise<void> {
    await this.#child?.stop();
  }

  get #started(): Child<Ready> {
    if (this.#child === undefined) throw new Error(`${this.name} was not started`);
    return this.#child;
  }
}
