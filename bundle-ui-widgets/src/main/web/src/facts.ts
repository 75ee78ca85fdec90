import { html, nothing, type TemplateResult } from 'lit';
import { number, time } from './format';
import type { Progress } from './types';

/** How far the scorecard has come; null while nobody told. */
export function facts(told: Progress | null): TemplateResult {
  const lost = told ? told.dropped + told.unapplied + told.quarantined : 0;
  return html`<dl class="facts">
    <div title=${told?.desks.map(desk => `${desk.desk}: ${number(desk.parents, 0)} parents, ${number(desk.undecidable, 0)} of ${
      number(desk.asked, 0)} order times too coarse to decide`).join('\n') ?? ''}>
      <dt>Parents</dt><dd id="parents">${told ? number(told.parents, 0) : '–'}</dd></div>
    <div><dt>Market data up to</dt><dd id="market">${!told ? '–'
      : told.marketTime ? `${time(told.marketTime).slice(0, 12)} UTC` : 'nothing yet'}</dd></div>
    <div><dt>Market events</dt><dd id="events">${told ? number(told.marketEvents, 0) : '–'}</dd></div>
    ${told && lost > 0 ? html`<div id="lost" title="${told.dropped} market events dropped, ${told.unapplied} events that did not fit, ${
      told.quarantined} drop-copy messages that could not be read"><dt>Not applied</dt>
      <dd id="lost-count">${number(lost, 0)}</dd></div>` : nothing}
  </dl>`;
}
