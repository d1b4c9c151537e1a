import { problemAt, type Rule } from '../rule.ts';

/** Every Lightning web component has the file without which Salesforce refuses it. */
export const bundlesRule: Rule = {
  name: 'bundles',
  check: (source) =>
    source.bundles
      .filter((bundle) => !bundle.hasMetaFile)
      .map(({ name, directory }) =>
        problemAt(
          `${directory}/${name}.js-meta.xml`,
          1,
          `the component ${name} has no ${name}.js-meta.xml`,
          'Add it, with apiVersion and isExposed'
        )
      )
};
