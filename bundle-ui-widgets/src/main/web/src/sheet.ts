import own from './style.css?inline';
import plot from 'uplot/dist/uPlot.min.css?inline';

let sheet: CSSStyleSheet | null = null;

/** Gives the document, or the shadow root, that an element is in the board's style sheet: by script, so that no policy need allow styles. */
export function dress(element: Element): void {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(plot + own);
  }
  const root = element.getRootNode() as Document | ShadowRoot;
  if (!root.adoptedStyleSheets.includes(sheet)) {
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  }
}
