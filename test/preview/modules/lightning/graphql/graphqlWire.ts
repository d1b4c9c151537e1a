import type { WireAdapter, WireDataCallback } from 'lwc';
import { deepFreeze } from 'preview/deepFreeze';
import { ask } from './ask';
import type { GraphQLAnswer, GraphQLConfig } from './ask';

/**
 * The wire adapter `graphql`: asks at each change of its configuration and when `refresh` is called. It keeps the answer
 * for its own wire alone, and does not follow later changes of the records in it; a component refreshes after it wrote.
 */
export class graphql implements WireAdapter<GraphQLConfig> {
  private config: GraphQLConfig | undefined;
  private asked = '';
  private connected = false;
  private emitted = '';
  /** Counts configurations, so that a late answer to an earlier one is dropped. */
  private generation = 0;
  private readonly dataCallback: WireDataCallback;

  constructor(dataCallback: WireDataCallback) {
    this.dataCallback = dataCallback;
    dataCallback({ data: undefined, errors: undefined });
  }

  connect(): void {
    this.connected = true;
    this.asked = '';
    void this.provide();
  }

  disconnect(): void {
    this.connected = false;
    this.generation += 1;
  }

  update(config: GraphQLConfig): void {
    this.config = config;
    void this.provide();
  }

  /** Nothing is asked again for a configuration that says the same. */
  private async provide(): Promise<void> {
    if (!this.connected || this.config?.query === undefined) return;
    const wanted = JSON.stringify(this.config);
    if (wanted === this.asked) return;
    this.asked = wanted;
    await this.answer();
  }

  private async answer(): Promise<void> {
    const { config } = this;
    if (!this.connected || config?.query === undefined) return;
    const generation = (this.generation += 1);
    const answer = await ask(config);
    if (generation === this.generation) this.emit(answer);
  }

  /** An answer like the one before is not given again (LWC guide, "refreshGraphQL"). */
  private emit(answer: GraphQLAnswer): void {
    const text = JSON.stringify(answer);
    if (text === this.emitted) return;
    this.emitted = text;
    this.dataCallback({ ...deepFreeze(answer), refresh: () => this.answer() });
  }
}
