import { html, nothing, type TemplateResult } from 'lit';
import { number } from './format';
import type { SwitchOutcome, SwitchSaving } from './types';

const bps = (value: number | null): string => value === null ? '–' : `${number(value, 2)} bps`;

/** What came of a switch, and what its rule saved by such switches: never a saving without what it rests on. */
export function saved(outcome: SwitchOutcome | null | undefined, saving: SwitchSaving | undefined): TemplateResult | typeof nothing {
  return !outcome ? nothing : html`
    ${outcome.ended ? html`<p class="sub outcome">${gained(outcome)}</p>` : nothing}
    ${saving ? html`<p class="sub saving">${byRule(saving)}</p>` : nothing}`;
}

function gained(one: SwitchOutcome): string {
  if (one.gained === null) {
    return 'What it gained is not known, for want of a mid.';
  }
  const model = one.saved === null ? ''
    : ` Saved ${bps(one.saved)} (${one.label}: had the drift gone on it would have gained ${bps(one.expected)}).`;
  return `From the decision on it gained ${bps(one.gained)} on the ${one.left} left.${model}`;
}

function byRule(one: SwitchSaving): string {
  const interval = one.lo === null || one.hi === null ? '' : ` [${bps(one.lo)}, ${bps(one.hi)}]`;
  const average = one.basis === 'NONE' ? '' : `${bps(one.bps)}${interval} of what was left on average; `;
  return `Rule ${one.rule} saved: ${average}${one.label}. ${one.switched} carried out, ${one.left} not, ${one.withheld} withheld by lot, `
    + `${one.waiting} not over${one.unknown ? `, ${one.unknown} unknown` : ''}.`;
}
