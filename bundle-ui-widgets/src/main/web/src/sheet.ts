import own from './style.css?inline';
import plot from 'uplot/dist/uPlot.min.css?inline';

let sheet: CSSStyleSheet | null = null;

/** Gives the board's style sheet to the document or shadow root that an element is in: by script, so no policy need allow styles. */
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
