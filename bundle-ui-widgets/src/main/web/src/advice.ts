import { html, nothing, type TemplateResult } from 'lit';
import { because, number, oneIn, time, words } from './format';
import type { Evidence, Switch, Verdict } from './types';

type Reasons = Record<string, string>;
export type Decision = 'approve' | 'reject' | 'take-over';

const WAITS = /^(PROPOSED|PENDING|AWAITING|WAITING|ADVISED)/;
const OVER = /^(REJECTED|EXPIRED|DONE|REPLACED|REFUSED|TAKEN_OVER|CANCELLED|TIMED_OUT)/;

/** Whether a person has to decide on it. */
export function waits(one: Switch): boolean {
  return WAITS.test(one.state);
}

/** The newest word of each rule on an order. */
export function standing(verdicts: Verdict[], parent: string): Verdict[] {
  const by = new Map<string, Verdict>();
  verdicts.filter(verdict => verdict.parent === parent).forEach(verdict => by.set(verdict.rule, verdict));
  return [...by.values()];
}

/** What is to be done about an order, in few words; empty for nothing. */
export function inShort(switches: Switch[], verdicts: Verdict[], parent: string): string {
  const open = switches.find(one => one.parent === parent && !OVER.test(one.state));
  if (open) {
    return `${words(open.state)}: ${open.to ?? '?'}`;
  }
  const fired = standing(verdicts, parent).find(verdict => verdict.fired && verdict.switchTo);
  return fired ? `${fired.vetoes.length ? 'Held back' : 'Switch'}: ${fired.switchTo}` : '';
}

/** (6) The switches proposed for an order, with what a person may do about each. */
export function proposals(switches: Switch[], decide: (one: Switch, decision: Decision) => void,
  busy: boolean): TemplateResult | typeof nothing {
  return switches.length === 0 ? nothing : html`${switches.map(one => html`
    <section class="proposal" aria-label="Switch proposed by rule ${one.rule}">
      <h4>${one.from ?? 'the present algorithm'} → <b>${one.to ?? '?'}</b> <span class="state">${words(one.state)}</span></h4>
      <p class="sub">Rule ${one.rule} version ${one.version}${one.proposedAt ? `, proposed ${time(one.proposedAt).slice(0, 12)} UTC` : ''}${
        one.expiresAt ? `, expires ${time(one.expiresAt).slice(0, 12)} UTC` : ''}${one.who ? `, ${one.who}` : ''}${
        one.reason ? `: ${one.reason}` : ''}</p>
      ${one.parameters ? html`<p class="sub">With ${parameters(one.parameters)}</p>` : nothing}
      <p class="buttons">
        ${waits(one) ? html`
          <button type="button" class="approve" ?disabled=${busy}
            @click=${() => decide(one, 'approve')}>Approve the switch to ${one.to}</button>
          <button type="button" class="reject" ?disabled=${busy} @click=${() => decide(one, 'reject')}>Reject</button>` : nothing}
        ${OVER.test(one.state) ? nothing : html`
          <button type="button" class="take-over" ?disabled=${busy} @click=${() => decide(one, 'take-over')}>Take over</button>`}
      </p>
    </section>`)}`;
}

function parameters(told: Switch['parameters']): string {
  return typeof told === 'string' || told === null ? String(told ?? '')
    : Object.entries(told).map(([name, value]) => `${name} ${String(value)}`).join(', ');
}

/** Which rules fired and why. */
export function rules(verdicts: Verdict[], parent: string): TemplateResult {
  const all = standing(verdicts, parent);
  return all.length === 0 ? html`<p class="sub">No rule has judged this order.</p>`
    : html`<ul class="rules">${all.map(verdict => html`<li><b>${verdict.rule}</b> (${verdict.rules} version ${verdict.version})
      ${verdict.fired ? `fired: ${words(verdict.grade)}` : 'no longer holds'} at ${time(verdict.time).slice(0, 12)} UTC
      <span class="sub">${verdict.why.join('; ')}${verdict.switchTo ? `; asks to switch to ${verdict.switchTo} (${verdict.mode})` : ''}${
        verdict.vetoes.length ? `; held back by ${verdict.vetoes.join(', ')}` : ''}</span></li>`)}</ul>`;
}

const count = (value: number | null) => value === null ? '–' : number(value, 0);
const bps = (value: number | null) => value === null ? '–' : number(value, 2, 'exceptZero');

/** The evidence card: 1 in N, the horizons it is made of, and from what it can be computed again. */
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
    <div class="wide" tabindex="0" role="group" aria-label="Evidence by horizon"><table>
      <thead><tr>${['By', 'Footprints', 'Response bps', 'Placebo bps', 'Difference bps', 'Interval', 'Stake', 'Left out'].map(head =>
        html`<th scope="col" class="number">${head}</th>`)}</tr></thead>
      <tbody>${evidence.horizons.map(at => html`<tr><th scope="row" class="number">${at.horizon}</th>
        ${[count(at.all.footprints), bps(at.all.response), bps(at.all.placebo), bps(at.all.excess),
          at.all.lo === null && at.all.hi === null ? '–' : `[${bps(at.all.lo)} … ${bps(at.all.hi)}]`,
          at.all.bet === null ? '–' : number(at.all.bet, 2),
          `${count(at.crowded)} crowded, ${count(at.disturbed)} disturbed, ${count(at.unmatched)} unmatched`].map(text =>
          html`<td class="number">${text}</td>`)}</tr>`)}</tbody></table></div>
    <p class="sub replay">Can be computed again from instrument ${evidence.replay.instrument},
      message ${evidence.replay.marketSequence ?? '–'},
      order event ${evidence.replay.orderSequence ?? '–'}, version ${evidence.replay.version}.</p>`;
}
