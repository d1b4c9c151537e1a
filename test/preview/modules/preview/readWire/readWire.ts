import type { WireAdapter, WireDataCallback } from 'lwc';
import { deepFreeze } from 'preview/deepFreeze';
import { requestOrg } from 'preview/orgRequest';

const answers = new Map<string, Promise<unknown>>();

/** What a resource of the org answers; asked once per page load, and again after a failure. */
function readOnce(path: string): Promise<unknown> {
  let answer = answers.get(path);
  if (!answer) {
    answer = requestOrg(path).then(deepFreeze);
    answer.catch(() => answers.delete(path));
    answers.set(path, answer);
  }
  return answer;
}

/** A wire adapter over a resource that hardly ever changes, such as what an object is made of. */
export abstract class ReadWire<Config extends object> implements WireAdapter<Config> {
  private path: string | undefined;
  private connected = false;
  private asked: string | undefined;
  private readonly dataCallback: WireDataCallback;

  constructor(dataCallback: WireDataCallback) {
    this.dataCallback = dataCallback;
    dataCallback({ data: undefined, error: undefined });
  }

  /** The resource below the data API; undefined while the configuration is not complete. */
  protected abstract pathOf(config: Config): string | undefined;

  connect(): void {
    this.connected = true;
    void this.provide();
  }

  disconnect(): void {
    this.connected = false;
    this.asked = undefined;
  }

  update(config: Config): void {
    this.path = this.pathOf(config);
    void this.provide();
  }

  private async provide(): Promise<void> {
    const { path } = this;
    if (!this.connected || path === undefined || path === this.asked) return;
    this.asked = path;
    const isCurrent = (): boolean => this.connected && path === this.asked;
    try {
      const data = await readOnce(path);
      if (isCurrent()) this.dataCallback({ data, error: undefined });
    } catch (error) {
      if (isCurrent()) this.dataCallback({ data: undefined, error });
    }
  }
}
