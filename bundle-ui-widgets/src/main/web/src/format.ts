import type { Clock, Column, Measure, Order } from './types';

const formats = new Map<string, Intl.NumberFormat>();

/** A number with this many decimals; `sign` is 'exceptZero' for costs, 'auto' for prices and quantities. */
export function number(value: number, decimals: number, sign: 'auto' | 'exceptZero' = 'auto'): string {
  const key = decimals + sign;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.NumberFormat('en-US', { minimumFractionDigits: decimals, maximumFractionDigits: decimals, signDisplay: sign });
    formats.set(key, format);
  }
  return format.format(value);
}

/** PARTIALLY_FILLED as "Partially filled". */
export function words(constant: string): string {
  const text = constant.toLowerCase().replaceAll('_', ' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** 2026-03-02T14:30:00.075000000Z as 14:30:00.075 (UTC), further digits only where they say something. */
export function time(iso: string): string {
  const clock = iso.slice(11, -1);
  return clock.slice(0, 12) + clock.slice(12).replace(/0+$/, '');
}

/** Milliseconds from one instant to another, nanoseconds kept. */
export function millis(from: string, to: string): number {
  const whole = Date.parse(to.slice(0, 19) + 'Z') - Date.parse(from.slice(0, 19) + 'Z');
  return whole + (nanos(to) - nanos(from)) / 1e6;
}

function nanos(iso: string): number {
  return Number((iso.slice(20, -1) + '000000000').slice(0, 9));
}

/** The reasons behind flags, in words. */
export function because(flags: string[], reasons: Record<string, string>): string {
  return flags.map(flag => reasons[flag] ?? words(flag)).join('; ');
}

/** Nanoseconds in the unit that suits them. */
export function span(value: number | null): string {
  if (value === null) {
    return 'unknown';
  }
  const units: [number, string][] = [[1e9, 's'], [1e6, 'ms'], [1e3, 'µs'], [1, 'ns']];
  const [size, unit] = units.find(([least]) => Math.abs(value) >= least) ?? units[3];
  return `${number(value / size, size === 1 ? 0 : 1)} ${unit}`;
}

/** How good the machine's clock was; files have none. */
export function clock(told: Clock | null): string {
  if (!told) {
    return 'no clock';
  }
  const bound = told.uncertainty_nanos === null ? 'no bound' : `± ${number(told.uncertainty_nanos, 0)} ns`;
  return `clock ${words(told.state).toLowerCase()}, ${bound}`;
}

/** What an order's numbers are as of: messages, version, clock. */
export function asOf(order: Order): string {
  return `message ${order.marketSequence ?? '–'}, order event ${order.orderSequence}, version ${order.version}, ${clock(order.clock)}`;
}

/** A measure's interval, empty where it is a point. */
export function interval(measure: Measure, decimals: number): string {
  return measure.value === null || measure.lo === measure.hi ? ''
    : `[${measure.lo === null ? '?' : number(measure.lo, decimals)} … ${measure.hi === null ? '?' : number(measure.hi, decimals)}]`;
}

/** The text of a measure: evidence as 1 in N, a leak with its interval, others as a signed number. */
export function measured(id: string, measure: Measure, column: Column): string {
  if (measure.value === null) {
    return column.nullText;
  }
  if (id === 'evidence') {
    return oneIn(measure.value);
  }
  if (id.startsWith('leak_') && id !== 'leak_cost') {
    return `${number(measure.value, 2, 'exceptZero')} ${interval(measure, 2)}`.trimEnd();
  }
  return number(measure.value, column.decimals, measure.unit === '%' ? 'auto' : 'exceptZero');
}

/** Evidence of 65.8 as "1 in 65". */
export function oneIn(evidence: number): string {
  return `1 in ${number(Math.max(1, Math.floor(evidence)), 0)}`;
}

/** A measure in full, however it was told. */
export function whole(told: Measure | number, column: Column): Measure;
export function whole(told: Measure | number | undefined, column: Column): Measure | undefined;
export function whole(told: Measure | number | undefined, column: Column): Measure | undefined {
  return typeof told === 'number' ? { value: told, unit: column.unit, lo: told, hi: told, status: 'VALID', flags: [] } : told;
}

/** Which tone a measure has: cost, gain, doubt, none or neither. */
export function tone(measure: Measure, id: string): string {
  if (measure.value === null) {
    return 'none';
  }
  if (measure.status !== 'VALID') {
    return 'doubt';
  }
  return id === 'evidence' || measure.unit === '%' ? '' : measure.value > 0 ? 'cost' : measure.value < 0 ? 'gain' : '';
}

/** What a cell says when it is pointed at, before the service explains more. */
export function note(order: Order, column: Column, reasons: Record<string, string>): string {
  const measure = whole(order.measures[column.id], column);
  if (!measure) {
    return column.id === 'quality' ? because(order.quality.flags, reasons) || 'every input was whole' : column.tooltip;
  }
  const why = because(measure.flags, reasons);
  if (measure.value === null) {
    return `${column.tooltip}\nno number: ${why || 'no reason given'}\nas of ${asOf(order)}`;
  }
  const lines = [column.tooltip, `${measure.value} ${measure.unit}`];
  if (measure.lo !== measure.hi) {
    lines.push(`the truth lies between ${measure.lo ?? 'unknown'} and ${measure.hi ?? 'unknown'}`);
  }
  lines.push(words(measure.status) + (why ? `: ${why}` : ''), `as of ${asOf(order)}`);
  return lines.join('\n');
}
