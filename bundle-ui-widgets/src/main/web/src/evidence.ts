import { html, nothing, type TemplateResult } from 'lit';
import { because, number, oneIn, time, words } from './format';
import type { Evidence, Footprints, Look } from './types';

type Reasons = Record<string, string>;

/** The newest looks shown in the table; the service tells as many as it holds. */
const LOOKS = 40;

const count = (value: number | null) => value === null ? '–' : number(value, 0);
const bps = (value: number | null) => value === null ? '–' : number(value, 2, 'exceptZero');
const clock = (iso: string | null) => iso === null ? '–' : time(iso);

/** The evidence card: 1 in N, its horizons, the newest footprints with their placebos, and from what all can be computed again. */
export function evidenceCard(evidence: Evidence | null, reasons: Reasons): TemplateResult {
  if (!evidence) {
    return html`<p class="sub">The service tells no evidence.</p>`;
  }
  const why = because(evidence.flags, reasons);
  return html`
    <p class="one-in">${evidence.evidence === null ? html`<span class="hatched" role="img" aria-label="cannot say"></span> Cannot say${
      why ? `: ${why}` : ''}` : html`<b>${oneIn(evidence.evidence)}</b> (E = ${number(evidence.evidence, 2)}), ${
      words(evidence.status).toLowerCase()}${
      why ? `: ${why}` : ''}`}</p>
    <p class="sub">Were there no answer of the market to our footprints, an order would show so much at most once in so many.</p>
    ${evidence.verdict ? html`<p class="sub verdict">Rule ${evidence.verdict.rule} (${evidence.verdict.rules} version ${
      evidence.verdict.version}) fired last at ${clock(evidence.verdict.time)} UTC: ${words(evidence.verdict.grade)}.</p>` : nothing}
    ${horizons(evidence)}
    ${evidence.footprints ? footprints(evidence.footprints) : html`<p class="sub">The service holds no single footprint of this order.</p>`}
    <p class="sub replay">Can be computed again from instrument ${evidence.replay.instrument},
      message ${evidence.replay.marketSequence ?? '–'},
      order event ${evidence.replay.orderSequence ?? '–'}, version ${evidence.replay.version}${evidence.footprints ? html`;
      from the journal up to event ${number(evidence.footprints.journalPosition, 0)} with seed ${evidence.footprints.seed} by
      ${evidence.footprints.version}` : nothing}.</p>`;
}

function horizons(evidence: Evidence): TemplateResult {
  return html`<div class="wide" tabindex="0" role="group" aria-label="Evidence by horizon"><table id="by-horizon">
    <thead><tr>${['By', 'Footprints', 'Response bps', 'Placebo bps', 'Difference bps', 'Interval', 'Stake', 'Left out'].map(head =>
      html`<th scope="col" class="number">${head}</th>`)}</tr></thead>
    <tbody>${evidence.horizons.map(at => html`<tr><th scope="row" class="number">${at.horizon}</th>
      ${[count(at.all.footprints), bps(at.all.response), bps(at.all.placebo), bps(at.all.excess),
        at.all.lo === null && at.all.hi === null ? '–' : `[${bps(at.all.lo)} … ${bps(at.all.hi)}]`,
        at.all.bet === null ? '–' : number(at.all.bet, 2),
        `${count(at.crowded)} crowded, ${count(at.disturbed)} disturbed, ${count(at.unmatched)} unmatched`].map(text =>
        html`<td class="number">${text}</td>`)}</tr>`)}</tbody></table></div>`;
}

function footprints(told: Footprints): TemplateResult {
  const newest = told.looks.slice(-LOOKS).reverse();
  const unsaid = told.looks.length - newest.length;
  return html`<h4>Newest footprints, the last first</h4>
    <p class="sub">${number(told.shown, 0)} shown so far${told.dropped ? `, the oldest ${number(told.dropped, 0)} no longer held` : ''}${
      unsaid > 0 ? `, ${number(unsaid, 0)} earlier looks not listed here` : ''}.</p>
    <div class="wide" tabindex="0" role="group" aria-label="Newest footprints with their placebos"><table id="footprints">
      <thead><tr>${['Time UTC', 'By', 'Footprint', 'Fate'].map(head => html`<th scope="col">${head}</th>`)}${
        ['Response bps', 'Placebo bps', 'Rank', 'E after'].map(head => html`<th scope="col" class="number">${head}</th>`)}
        <th scope="col">Placebos bps</th></tr></thead>
      <tbody>${newest.map(look => row(look))}</tbody></table></div>`;
}

function row(look: Look): TemplateResult {
  const kinds = look.kinds.split(/[,+ ]+/).filter(kind => kind).map(kind => words(kind)).join(', ');
  return html`<tr class=${look.fate === 'COUNTED' ? '' : 'left-out'}><th scope="row">${clock(look.time)}</th><td>${look.horizon}</td>
    <td>${kinds}${look.child < 0 ? '' : ` (child ${look.child + 1})`}</td><td>${words(look.fate)}${
      look.widened ? `, state widened ${look.widened}×` : ''}</td>
    ${[bps(look.response), bps(look.placebo), look.rank === null ? '–' : number(look.rank, 3),
      look.evidence === null ? '–' : number(look.evidence, 2)].map(text => html`<td class="number">${text}</td>`)}
    <td>${placebos(look)}</td></tr>`;
}

function placebos(look: Look): TemplateResult | string {
  const moves = look.placebos.map(placebo => placebo.move).filter(move => move !== null).sort((a, b) => a - b);
  return moves.length === 0 ? '–' : html`<details class="placebos"><summary>${moves.length}: ${bps(moves[0])} … ${
    bps(moves[moves.length - 1])}</summary><ul>${look.placebos.map(placebo =>
    html`<li>${clock(placebo.time)} ${bps(placebo.move)}</li>`)}</ul></details>`;
}
