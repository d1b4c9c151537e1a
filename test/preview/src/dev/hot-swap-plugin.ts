import type { Plugin } from 'vite';

/** The name that the LWC compiler gives a component's class. */
const COMPONENT_CLASS = '__lwc_component_class_internal';

/**
 * After an edit the component's class is swapped in place (the engine's `swapComponent`): every instance on the
 * page is made anew, the rest of the page keeps its state. What cannot be swapped reloads the page.
 */
const ACCEPT_EDITS = `
import { swapComponent as hotSwap, isComponentConstructor as hotIsComponent } from 'lwc';
if (import.meta.hot) import.meta.hot.accept((edited) => {
  if (!edited || !hotIsComponent(edited.default) || !hotSwap(${COMPONENT_CLASS}, edited.default))
    import.meta.hot.invalidate();
});`;

/** Makes every component of the package and the shell replaceable while the page is open. */
export function hotSwapPlugin(): Plugin {
  return {
    name: 'lwc-hot-swap',
    enforce: 'post',
    transform(code, id) {
      if (id.includes('/node_modules/') || !code.includes(`export default ${COMPONENT_CLASS}`)) return null;
      return { code: code + ACCEPT_EDITS, map: null };
    }
  };
}
