import { LightningElement, api, wire } from 'lwc';
import { graphql } from 'lightning/graphql';
import type { GraphQLResult } from 'lightning/graphql';
import type { RunCause, RunReport } from './runReport';
import { readStory, STORY_QUERY, storyVariables } from './runStory';
import { countsOf, factsOf, labels, titleOf } from './runWords';
import type { Fact } from './runWords';

export { readRunReport } from './runReport';
export { stateInWords } from './runWords';
export type { RunReport } from './runReport';

/** One run: what it did, what failed and why, and its story. Fires `back`, and `choose` with a code. */
export default class RunDetail extends LightningElement {
  @api run: RunReport | undefined;

  readonly labels = labels;
  readonly storyQuery = STORY_QUERY;
  story: readonly string[] | undefined;

  @wire(graphql, { query: '$storyQuery', variables: '$variables' })
  handleStory(result: GraphQLResult): void {
    this.story = readStory(result);
  }

  get variables(): { readonly runKey: string } | undefined {
    return this.run && storyVariables(this.run);
  }

  get title(): string {
    return this.run === undefined ? '' : titleOf(this.run);
  }

  get facts(): readonly Fact[] {
    return this.run === undefined ? [] : factsOf(this.run);
  }

  get counts(): readonly { readonly name: string; readonly count: number }[] {
    return this.run === undefined ? [] : countsOf(this.run);
  }

  get causes(): readonly RunCause[] {
    return this.run?.causes ?? [];
  }

  get hasCauses(): boolean {
    return this.causes.length > 0;
  }

  get hasNoStory(): boolean {
    return this.story?.length === 0;
  }

  get storyLines(): readonly { readonly key: string; readonly words: string }[] {
    return (this.story ?? []).map((words, index) => ({ key: `${index}`, words }));
  }

  handleBack(): void {
    this.dispatchEvent(new CustomEvent('back'));
  }

  handleChoose(event: Event): void {
    const { currentTarget } = event;
    const code = currentTarget instanceof HTMLElement ? currentTarget.dataset.code : undefined;
    this.dispatchEvent(new CustomEvent('choose', { detail: { code } }));
  }
}
