import { html, nothing, type TemplateResult } from 'lit';
import { span, time, words } from './format';
import { saved } from './saved';
import type { Switching } from './switching';
import type { Deed, Objection, Switch, SwitchState, Verdict } from './types';

const OVER: SwitchState[] = ['REJECTED', 'EXPIRED', 'WITHHELD', 'REPLACED', 'REFUSED'];
const CAPABLE: Record<Switch['capable'], string> = {
  YES: 'The host says that it can send it.', NO: 'The host says that it cannot send it.',
  NOT_ASKED: 'Whether the host can send it was not asked yet.',
};

/** A decision about a switch, or about its order. */
export interface Decider {
  about(one: Switch, deed: Deed): void;
  order(deed: Deed): void;
  busy: boolean;
}

/** The newest word of each rule on an order. */
export function standing(verdicts: Verdict[], parent: string): Verdict[] {
  const by = new Map<string, Verdict>();
  verdicts.filter(verdict => verdict.parent === parent).forEach(verdict => by.set(verdict.rule, verdict));
  return [...by.values()];
}

/** What is to be done about an order, in few words; empty for nothing. */
export function inShort(switching: Switching, verdicts: Verdict[], parent: string): string {
  const taken = switching.order(parent).takenOverBy;
  if (taken) {
    return `Taken over: ${taken}`;
  }
  const newest = switching.of(parent)[0];
  if (newest && !OVER.includes(newest.state)) {
    return `${words(newest.state)}: ${newest.to || '?'}`;
  }
  return asked(verdicts, parent);
}

/** What the rules ask for an order, whatever came of it: all there is to say of a past day. */
export function asked(verdicts: Verdict[], parent: string): string {
  const fired = standing(verdicts, parent).find(verdict => verdict.fired && verdict.switchTo);
  return fired ? `${fired.vetoes.length ? 'Held back' : 'Switch'}: ${fired.switchTo}` : '';
}

const clock = (iso: string | null) => iso === null ? '–' : `${time(iso).slice(0, 12)} UTC`;

/** (6) What was proposed for an order, why, how it went, what a person may do about it, and why nothing was. */
export function advice(switching: Switching, parent: string, decider: Decider): TemplateResult {
  const order = switching.order(parent);
  const objections = switching.objections(parent);
  const deeds = order.may;
  return html`
    ${switching.of(parent).map(one => proposal(one, switching, decider))}
    ${order.takenOverBy ? html`<p id="taken-over">Taken over by <b>${order.takenOverBy}</b>: rules leave it
      alone until it is released.</p>` : nothing}
    ${deeds.length === 0 ? nothing : html`<p class="buttons">${deeds.map(deed => html`
      <button type="button" class=${deed} ?disabled=${decider.busy} @click=${() => decider.order(deed)}>${
        deed === 'release' ? 'Release the order to the rules' : 'Take the order over'}</button>`)}</p>`}
    ${objections.length === 0 ? nothing : html`<div id="objections"><h4>Why no switch</h4><ul class="rules">${
      objections.slice(0, 10).map(objection)}</ul></div>`}`;
}

function proposal(one: Switch, switching: Switching, decider: Decider): TemplateResult {
  const parameters = Object.entries(one.parameters);
  const deeds = one.may.filter(deed => deed === 'approve' || deed === 'reject');
  return html`
    <section class="proposal ${OVER.includes(one.state) ? 'over' : ''}" aria-label="Switch ${one.number} by rule ${one.rule}">
      <h4>${one.from || 'the present algorithm'} → <b>${one.to || '?'}</b> <span class="state">${words(one.state)}</span></h4>
      <p class="sub">Rule ${one.rule} of ${one.rules} version ${one.version}, ${one.mode}, switch ${one.number}${
        one.state === 'PROPOSED' ? html`, <b class="left">${left(one, switching)}</b>` : nothing}</p>
      ${parameters.length ? html`<p class="sub">With ${parameters.map(([name, value]) => `${name} ${value}`).join(', ')}</p>` : nothing}
      <ul class="rules why">${one.why.map(clause => html`<li>${clause}</li>`)}</ul>
      <p class="sub">${CAPABLE[one.capable] ?? ''}${one.propensity < 1
        ? ` By lot ${Math.round(100 * (1 - one.propensity))} % of such switches are held back.` : ''}</p>
      <ol class="steps" aria-label="How it went">${switching.steps(one).map(step => html`<li>${words(step.state)} <span class="sub">${
        clock(step.at)}</span></li>`)}</ol>
      ${one.who || one.reason ? html`<p class="sub who">${one.who ? `Decided by ${one.who}` : 'Nobody has decided'}${
        one.reason ? `: ${one.reason}` : ''}</p>` : nothing}
      ${saved(one.outcome, switching.saving(one))}
      ${deeds.length ? html`<p class="buttons">${deeds.map(deed => html`
        <button type="button" class=${deed} ?disabled=${decider.busy} @click=${() => decider.about(one, deed)}>${
          deed === 'approve' ? `Approve the switch to ${one.to}` : 'Reject'}</button>`)}</p>` : nothing}
    </section>`;
}

function left(one: Switch, switching: Switching): string {
  const millis = switching.left(one);
  return millis === null ? `may be decided until ${clock(one.expiresAt)}`
    : millis === 0 ? 'its time is over' : millis < 1000 ? 'less than a second left'
    : `${span(Math.floor(millis / 1000) * 1e9).replace('.0 ', ' ')} left`;
}

const objection = (one: Objection): TemplateResult => html`<li><b>${one.rule}</b> (${one.rules} version ${one.version}) at ${clock(one.at)}:
  ${one.words} <span class="sub">Does not hold: ${words(one.guard).toLowerCase()}</span></li>`;

/** Which rules fired and why. */
export function rules(verdicts: Verdict[], parent: string): TemplateResult {
  const all = standing(verdicts, parent);
  return all.length === 0 ? html`<p class="sub">No rule has judged this order.</p>`
    : html`<ul class="rules">${all.map(verdict => html`<li><b>${verdict.rule}</b> (${verdict.rules} version ${verdict.version})
      ${verdict.fired ? `fired: ${words(verdict.grade)}` : 'no longer holds'} at ${time(verdict.time).slice(0, 12)} UTC
      <span class="sub">${verdict.why.join('; ')}${verdict.switchTo ? `; asks to switch to ${verdict.switchTo} (${verdict.mode})` : ''}${
        verdict.vetoes.length ? `; held back by ${verdict.vetoes.join(', ')}` : ''}</span></li>`)}</ul>`;
}
