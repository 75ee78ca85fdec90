import { svg, html, nothing, type TemplateResult } from 'lit';
import { because, interval, number, words } from './format';
import type { Column, Measure } from './types';

const WIDTH = 200;
const HEIGHT = 18;

export interface Bar {
  name: string;
  measure: Measure | undefined;
  column: Column | undefined;
  title?: string;
}

/** Bars of measures on one scale, zero where it lies, with whiskers; hatched where no number is to be had. */
export function bars(lines: Bar[], reasons: Record<string, string>, range?: [number, number]): TemplateResult {
  const values = lines.flatMap(line => [line.measure?.value, line.measure?.lo, line.measure?.hi])
    .filter((value): value is number => typeof value === 'number');
  const lo = range ? range[0] : Math.min(0, ...values);
  const hi = range ? range[1] : Math.max(0, ...values, lo + 1e-9);
  const at = (value: number) => Math.max(0, Math.min(WIDTH, (value - lo) / (hi - lo) * WIDTH));
  return html`<table class="bars"><tbody>${lines.map(line => html`<tr title=${line.title ?? line.column?.tooltip ?? ''}>
    <th scope="row">${line.name}</th>
    <td class="scale">${drawn(line.measure, at)}</td>
    <td class="number">${value(line)}<span class="why">${status(line.measure, reasons)}</span></td>
  </tr>`)}</tbody></table>`;
}

function value(line: Bar): TemplateResult | string {
  const measure = line.measure;
  if (!measure || measure.value === null) {
    return '–';
  }
  const decimals = line.column?.decimals ?? 2;
  const sign = measure.unit === '%' ? 'auto' : 'exceptZero';
  const around = interval(measure, decimals);
  return html`${number(measure.value, decimals, sign)} ${measure.unit}${around ? html` <span class="range">${around}</span>` : nothing}`;
}

function status(measure: Measure | undefined, reasons: Record<string, string>): string {
  const why = measure ? because(measure.flags, reasons) : 'not told';
  return measure?.status === 'VALID' ? '' : measure?.value === null || !measure ? `cannot say: ${why}` : `${words(measure.status)}: ${why}`;
}

function drawn(measure: Measure | undefined, at: (value: number) => number): TemplateResult {
  if (!measure || measure.value === null) {
    return html`<span class="hatched" role="img" aria-label="cannot say"></span>`;
  }
  const from = Math.min(at(0), at(measure.value));
  const wide = Math.max(1, Math.abs(at(measure.value) - at(0)));
  const tone = measure.status !== 'VALID' ? 'doubt' : measure.unit === '%' ? 'share' : measure.value > 0 ? 'cost' : 'gain';
  const lo = measure.lo !== null && measure.hi !== null && measure.lo !== measure.hi ? at(measure.lo) : null;
  const hi = at(measure.hi ?? 0);
  return html`<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none" aria-hidden="true">
    <rect class="fill ${tone}" x=${from} y="4" width=${wide} height="10"></rect>
    <line class="zero" x1=${at(0)} x2=${at(0)} y1="0" y2=${HEIGHT}></line>
    ${lo === null ? nothing : svg`<path class="whisker" d="M${lo} 5v8M${lo} 9H${hi}M${hi} 5v8"></path>`}
  </svg>`;
}
