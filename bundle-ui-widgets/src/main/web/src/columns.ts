import type { ColDef, ICellRendererComp, ICellRendererParams } from 'ag-grid-community';
import { because, measured, number, tone, whole, words } from './format';
import { badge } from './grade';
import type { Catalogue, Column, Grade, Measure, Order } from './types';

/** What the board shows unless a person chooses otherwise, in this order. */
const SHOWN = ['parent', 'grade', 'symbol', 'side', 'executed', 'arrivalMid', 'arrival_slippage', 'leakage_cost', 'drift',
  'pre_trade_leakage', 'post_trade_drift_1s', 'leak_1s', 'evidence', 'drift_market', 'fill_probability_10s', 'aggressor_ratio',
  'participation', 'quote_fade', 'algo', 'advice', 'quality'];

/** Headers that say more than a narrow host's. */
const HEADERS: Record<string, string> = {
  evidence: 'Evidence', leak_1s: 'Leak by 1 s, bps', participation: 'Part. %', aggressor_ratio: 'Aggr. %', drift_market: 'Market part bps',
};

const REM = () => parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;

/** What is to be done about an order, for the column Advice. */
export type Advice = (order: Order) => string;

/**
 * AG Grid's definitions of the columns, for a grid whose row data are orders as `v1/orders` or the stream gives
 * them. `names` gives the columns shown at first; the others are there, hidden. `named` gives the mark of an order
 * that its desk names leaking.
 */
export function columnDefs(catalogue: Catalogue, advice: Advice = () => '', names: string[] = SHOWN,
  named: Advice = () => ''): ColDef<Order>[] {
  const known = catalogue.columns.filter(column => column.standard || SHOWN.includes(column.id))
    .map(column => definition(column, named));
  const all = [...known, text('advice', 'Advice', order => advice(order) || null)];
  const place = (def: ColDef<Order>) => {
    const at = names.indexOf(def.colId as string);
    return at < 0 ? names.length : at;
  };
  return all.map(def => ({ ...def, hide: !names.includes(def.colId as string) })).sort((a, b) => place(a) - place(b));
}

function definition(column: Column, named: Advice): ColDef<Order> {
  const header = HEADERS[column.id]
    ?? (column.unit && !column.header.endsWith(column.unit) ? `${column.header} ${column.unit}` : column.header);
  const def: ColDef<Order> = { colId: column.id, headerName: header, width: width(column), comparator: compare };
  if (column.id === 'grade') {
    return { ...def, width: REM() * 6, valueGetter: at => at.data?.grade, comparator: byGrade,
      cellRenderer: (at: ICellRendererParams<Order>) => at.value ? badge(at.value as Grade) : '' };
  }
  if (column.id === 'quality') {
    return { ...def, width: REM() * 15, valueGetter: at => at.data && quality(at.data),
      cellClass: at => `quality-${at.data?.quality.status}` };
  }
  if (column.id === 'parent') {
    return { ...def, pinned: 'left', lockPinned: true, valueGetter: at => at.data?.parent, cellClass: 'order-id' };
  }
  if (column.type === 'number') {
    return column.id in { quantity: 1, executed: 1, arrivalMid: 1, averagePrice: 1 } ? plain(def, column)
      : score(def, column, column.id === 'evidence' ? named : () => '');
  }
  return { ...def, valueGetter: at => read(at.data, column.id), valueFormatter: at => shown(column, at.value) };
}

function plain(def: ColDef<Order>, column: Column): ColDef<Order> {
  return { ...def, type: 'numericColumn', valueGetter: at => read(at.data, column.id),
    valueFormatter: at => typeof at.value === 'number' ? number(at.value, column.decimals) : column.nullText };
}

function score(def: ColDef<Order>, column: Column, mark: Advice): ColDef<Order> {
  return {
    ...def, type: 'numericColumn',
    valueGetter: at => whole(at.data?.measures[column.id], column),
    equals: same,
    valueFormatter: at => at.value ? `${at.data ? mark(at.data) : ''}${measured(column.id, at.value as Measure, column)}` : column.nullText,
    cellRenderer: Score,
    cellRendererParams: { tone: (value: Measure | undefined) => value ? tone(value, column.id) : 'none' },
    comparator: (a, b, _x, _y, down) => compare(a?.value ?? null, b?.value ?? null, _x, _y, down),
  };
}

interface Toned extends ICellRendererParams<Order, Measure> {
  tone(value: Measure | null | undefined): string;
}

/**
 * A number in its cell, whose class is its tone. Only what differs is written: the grid's own way takes text and classes off and puts
 * them on anew.
 */
class Score implements ICellRendererComp<Order> {
  readonly #place = document.createElement('span');
  readonly #text = this.#place.appendChild(document.createTextNode(''));
  #cell!: HTMLElement;
  #tone = '';

  init(at: Toned): void {
    this.#cell = at.eGridCell;
    this.refresh(at);
  }

  getGui(): HTMLElement {
    return this.#place;
  }

  refresh(at: Toned): boolean {
    this.#text.data = at.valueFormatted ?? '';
    const tone = at.tone(at.value);
    if (tone !== this.#tone) {
      this.#turn(tone);
    }
    return true;
  }

  destroy(): void {
    this.#turn('');
  }

  #turn(tone: string): void {
    if (this.#tone) {
      this.#cell.classList.remove(this.#tone);
    }
    if (tone) {
      this.#cell.classList.add(tone);
    }
    this.#tone = tone;
  }
}

function text(id: string, header: string, value: (order: Order) => string | null): ColDef<Order> {
  return { colId: id, headerName: header, width: REM() * 8, comparator: compare, valueGetter: at => at.data && value(at.data),
    valueFormatter: at => at.value ?? '–' };
}

/** How far the row may be trusted, in words. */
function quality(order: Order): string {
  const flags = order.quality.flags.map(words).join(', ');
  return words(order.quality.status) + (flags ? ` · ${flags}` : '');
}

function read(order: Order | undefined, id: string): unknown {
  return (order as unknown as Record<string, unknown> | undefined)?.[id] ?? null;
}

function shown(column: Column, value: unknown): string {
  return value === null || value === undefined ? column.nullText
    : column.id === 'side' || column.id === 'state' ? words(String(value)) : String(value);
}

function width(column: Column): number {
  const wide: Record<string, number> = { parent: 8.5, side: 5, symbol: 6, leak_1s: 12, evidence: 7.5, leakage_cost: 7.5, algo: 11 };
  return REM() * (wide[column.id] ?? Math.max(6, Math.min(7, column.header.length * 0.62 + 1.5)));
}

function same(a: Measure | undefined, b: Measure | undefined): boolean {
  return a === b || (!!a && !!b && a.value === b.value && a.lo === b.lo && a.hi === b.hi && a.status === b.status
    && a.flags.join() === b.flags.join());
}

const RANK = { CANNOT_SAY: 0, GREEN: 1, AMBER: 2, RED: 3 };

function byGrade(a: Grade, b: Grade): number {
  return (RANK[a] ?? 0) - (RANK[b] ?? 0);
}

/** Orders without a value stand last, whichever way. */
function compare(a: unknown, b: unknown, _x?: unknown, _y?: unknown, down = false): number {
  const last = (a === null || a === undefined ? 1 : 0) - (b === null || b === undefined ? 1 : 0);
  if (last !== 0) {
    return down ? -last : last;
  }
  return typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b));
}

/** Why a cell is as it is, for a column that the service does not explain. */
export function remark(order: Order, id: string, reasons: Record<string, string>): string {
  return id === 'advice' ? 'What a rule in force proposes for this order' : because(order.flags, reasons);
}
