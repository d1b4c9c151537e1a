import { LightningElement } from 'lwc';
import type { OrgView } from 'preview/session';
import { currentSession, switchLanguage, switchUser } from 'preview/session';
import { tabTranslations } from 'preview-metadata/pages';

/** Marks what the menu offers as a language, not a user. */
const LANGUAGE = 'language:';

interface Choice {
  readonly key: string;
  readonly label: string;
  readonly checked: boolean;
}

/**
 * The bar above everything: whose org this is, the ways to what it did (mails, flow runs), and the menu to sign in as
 * another user or to read another language.
 */
export default class GlobalHeader extends LightningElement {
  private readonly session = currentSession();

  get userLabel(): string {
    return this.session.label;
  }

  get orgViews(): readonly OrgView[] {
    return this.session.orgViews;
  }

  get menuLabel(): string {
    return `Signed in as ${this.session.username}. Switch user`;
  }

  get choices(): Choice[] {
    return this.session.users.map(({ key, label, username }) => ({
      key,
      label: `${label} (${username})`,
      checked: key === this.session.key
    }));
  }

  /** The labels' own language and those that the package is translated into, each by its own name. */
  get languages(): Choice[] {
    const known = ['en', ...Object.keys(tabTranslations)];
    return known.map((language) => ({
      key: `${LANGUAGE}${language}`,
      label: new Intl.DisplayNames(language, { type: 'language' }).of(language) ?? language,
      checked: language === this.session.language
    }));
  }

  handleSelect({ detail: { value } }: CustomEvent<{ value: string }>): void {
    if (value.startsWith(LANGUAGE)) switchLanguage(value.slice(LANGUAGE.length));
    else switchUser(value);
  }
}
