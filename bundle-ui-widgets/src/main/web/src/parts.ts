import { html, nothing, type TemplateResult } from 'lit';
import { because, number, time, words } from './format';
import type { Amendment, Child, Fill, OrderDetail } from './types';

type Reasons = Record<string, string>;

interface Cell {
  text: string;
  tone?: string;
  title?: string;
}

/** A table with heads; a dash where there is nothing. */
function table(heads: string[], rows: (Cell | string | null)[][], nothingYet: string): TemplateResult {
  if (rows.length === 0) {
    return html`<p class="sub">${nothingYet}</p>`;
  }
  return html`<div class="wide" tabindex="0" role="group" aria-label=${heads.join(', ')}><table>
    <thead><tr>${heads.map((head, place) => html`<th scope="col" class=${place in rows[0] && rows.some(row => tone(row[place]) === 'number')
      ? 'number' : ''}>${head}</th>`)}</tr></thead>
    <tbody>${rows.map(row => html`<tr>${row.map(cell => html`<td class=${tone(cell)}
      title=${typeof cell === 'object' && cell?.title ? cell.title : nothing}>${textOf(cell)}</td>`)}</tr>`)}</tbody>
  </table></div>`;
}

function tone(cell: Cell | string | null): string {
  return cell === null ? 'none' : typeof cell === 'string' ? '' : cell.tone ?? '';
}

function textOf(cell: Cell | string | null): string {
  return cell === null ? '–' : typeof cell === 'string' ? cell : cell.text;
}

const numeric = (value: number | null, decimals = 0): Cell | null =>
  value === null ? null : { text: number(value, decimals), tone: 'number' };

/** Prices are exact decimals: shown with four places, more where they have more. */
const prices = new Intl.NumberFormat('en-US', { minimumFractionDigits: 4, maximumFractionDigits: 8 });
const price = (value: number | null): Cell | null => value === null ? null : { text: prices.format(value), tone: 'number' };

/** Microseconds in the table, nanoseconds for who points at it. */
const moment = (iso: string | null): Cell | null => iso === null ? null : { text: time(iso).slice(0, 15), title: iso };

const flags = (told: string[], reasons: Reasons): Cell => ({ text: told.map(words).join(', '), title: because(told, reasons) });

export function children(all: Child[], reasons: Reasons): TemplateResult {
  return table(['Order', 'Qty', 'Limit', 'Done', 'State', 'Sent (UTC)', 'Venue', 'Strategy', 'Flags'], all.map(child => [
    child.order, numeric(child.quantity), price(child.price), numeric(child.executed), child.state && words(child.state),
    moment(child.sent), child.venue, child.algo, flags(child.flags, reasons)]), 'No child order yet.');
}

export function fills(all: Fill[], reasons: Reasons): TemplateResult {
  return table(['Time (UTC)', 'Child', 'Qty', 'Price', 'Slip bps', 'Liquidity', 'Venue', 'Execution', 'Flags'], all.map(fill => [
    moment(fill.time), fill.child, numeric(fill.quantity), price(fill.price), slippage(fill),
    fill.liquidity && words(fill.liquidity), fill.venue, fill.execution, flags(fill.flags, reasons)]), 'No execution yet.');
}

function slippage(fill: Fill): Cell | null {
  const bps = fill.measures.arrival_slippage;
  return typeof bps === 'number' ? { text: number(bps, 4, 'exceptZero'), tone: 'number' } : null;
}

export function amendments(all: Amendment[], reasons: Reasons): TemplateResult {
  const shown = (value: number | null, status: string, why: string[]): Cell =>
    ({ text: `${value === null ? '–' : number(value, 4)} ${words(status)}`, title: because(why, reasons) });
  return table(['Version', 'Measure', 'Was', 'Is'], all.map(line => [numeric(line.version), line.measure,
    shown(line.old_value, line.old_status, line.old_flags), shown(line.new_value, line.new_status, line.new_flags)]), '');
}

export function circumstances(order: OrderDetail, reasons: Reasons, asOf: string, clockSays: string): TemplateResult {
  const at = (iso: string | null) => iso && time(iso);
  const lines: [string, string | null][] = [
    ['Desk', order.desk], ['State', order.state && words(order.state)],
    ['Arrival (UTC)', order.arrival && `${time(order.arrival)} (${words(order.arrivalSource).toLowerCase()})`],
    ['Arrival mid', order.arrivalMid === null ? null : number(order.arrivalMid, 4)],
    ['First fill', at(order.firstFill)], ['Last fill', at(order.lastFill)], ['Market data up to', at(order.asOf)], ['As of', asOf],
    ['Clock', clockSays + (order.clock?.flags.length ? `: ${because(order.clock.flags, reasons)}` : '')],
    ['Undecidable', `${order.orderTimes.undecidable} of ${order.orderTimes.asked} order times too coarse`],
    ['Remarks', because(order.flags, reasons) || 'none']];
  return html`<table class="facts"><tbody>${lines.map(([name, value]) =>
    html`<tr><th scope="row">${name}</th><td>${value ?? '–'}</td></tr>`)}</tbody></table>`;
}
