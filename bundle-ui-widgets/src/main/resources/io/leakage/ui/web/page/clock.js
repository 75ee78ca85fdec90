import { at, number, rows, time } from './cells.js';

const POLL_MILLIS = 5000;
const UNITS = [[1e9, 's'], [1e6, 'ms'], [1e3, 'µs'], [1, 'ns']];

/** Nanoseconds in the unit that suits them. */
export function span(nanos) {
  if (nanos === null) {
    return 'unknown';
  }
  const [size, unit] = UNITS.find(([least]) => Math.abs(nanos) >= least) ?? UNITS[3];
  return `${number(nanos / size, size === 1 ? 0 : 1)} ${unit}`;
}

function show(told) {
  at('clock').hidden = false;
  at('clock').className = `clock ${told.state.toLowerCase()}`;
  at('clock-state').textContent = told.state;
  at('clock-bound').textContent = told.uncertaintyNanos === null ? 'no bound' : `±${span(told.uncertaintyNanos)}`;
  at('clock-claim').textContent = told.traceable ? 'traceable to UTC' : 'no traceability claimed';
  at('clock-why').textContent = told.why;
  rows('clock-budget', told.budget.map(term => [term.name, span(term.nanos), term.origin]));
  rows('clock-stamps', told.stampingPoints.map(point =>
    [point.source, `median ${span(point.medianNanos)}`, `p99.9 ${span(point.p999Nanos)}`]));
  rows('clock-days', told.days.map(day => [day.date, `offset ${span(day.offsetNanos)}`,
    day.uncertaintyNanos === null ? 'never bounded' : `±${span(day.uncertaintyNanos)}`,
    day.unbounded === 0 ? '' : `no bound ${number(100 * day.unbounded / day.looks, 1)} % of the time`]));
  rows('clock-history', told.history.slice(-20).reverse().map(change =>
    [`${time(change.time).slice(0, 12)} UTC`, change.state, change.why]));
}

/** Keeps the section up to date; it stays hidden while nobody tells of the clock. */
export async function watchClock() {
  const answer = await fetch('v1/clock').catch(() => null);
  if (answer?.status === 200) {
    show(await answer.json());
  } else if (answer) {
    at('clock').hidden = true;
  }
  setTimeout(watchClock, POLL_MILLIS);
}
