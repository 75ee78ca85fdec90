import { html, type TemplateResult } from 'lit';
import type { Condition } from './feed';

/** What stands in place of the orders while there are none, of now or of the past day that is shown. */
export function empty(condition: Condition, day: string): TemplateResult {
  const [title, text] = condition === 'past' ? [`No parent order on ${day}`, 'Another day can be chosen above.']
    : day ? ['Reading', 'The service reads this day from its journal.'] : condition === 'live'
    ? ['No parent order yet', 'Orders appear here by themselves as the drop copy brings them.']
    : condition === 'loading' ? ['Loading', 'Asking for the columns and the orders.']
    : ['No connection', 'The service does not answer. This page keeps trying.'];
  return html`<div id="empty" class="empty"><h2 id="empty-title">${title}</h2><p id="empty-text">${text}</p></div>`;
}
