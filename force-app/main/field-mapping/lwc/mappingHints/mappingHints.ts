import { LightningElement, api } from 'lwc';
import type { Hint, Suggestion } from 'c/mappingModel';
import { hintInWords, labels, suggestionInWords } from 'c/mappingWords';

/** Problems, each with a way to its line, and pairs of fields that may belong together. */
export default class MappingHints extends LightningElement {
  @api hints: readonly Hint[] = [];
  @api suggestions: readonly Suggestion[] = [];

  readonly labels = labels;

  get problems(): readonly { key: string; words: string; lineId: string | undefined }[] {
    return this.hints.map((hint, index) => ({
      key: String(index),
      words: hintInWords(hint),
      lineId: hint.lineId
    }));
  }

  get hasProblems(): boolean {
    return this.hints.length > 0;
  }

  get hasSuggestions(): boolean {
    return this.suggestions.length > 0;
  }

  get proposals(): readonly { key: string; index: number; words: string; accept: string }[] {
    return this.suggestions.map((suggestion, index) => {
      const words = suggestionInWords(suggestion);
      const key = `${suggestion.salesforce.name} ${suggestion.sage.name}`;
      return { key, index, words, accept: `${labels.connect}: ${words}` };
    });
  }

  handleOpen(event: Event): void {
    const id = dataOf(event).line;
    if (id !== undefined) this.dispatchEvent(new CustomEvent('openline', { detail: { id } }));
  }

  handleAccept(event: Event): void {
    const suggestion = this.suggestions[Number(dataOf(event).index ?? -1)];
    if (suggestion !== undefined) this.accept([suggestion]);
  }

  handleAcceptAll(): void {
    this.accept(this.suggestions);
  }

  private accept(suggestions: readonly Suggestion[]): void {
    this.dispatchEvent(new CustomEvent('accept', { detail: { suggestions } }));
  }
}

function dataOf({ currentTarget }: Event): DOMStringMap {
  return currentTarget instanceof HTMLElement ? currentTarget.dataset : {};
}
