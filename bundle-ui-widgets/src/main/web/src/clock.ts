import { Service, number, span, time } from './leakage';
import { at, rows } from './rows';

const POLL_MILLIS = 5000;
interface Told {
  state: string;
  uncertaintyNanos: number | null;
  traceable: boolean;
  why: string;
  budget: { name: string; nanos: number; origin: string }[];
  stampingPoints: { source: string; medianNanos: number; p999Nanos: number }[];
  days: { date: string; offsetNanos: number; uncertaintyNanos: number | null; unbounded: number; looks: number }[];
  history: { time: string; state: string; why: string }[];
}

function show(told: Told): void {
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
export async function watchClock(): Promise<void> {
  const service = new Service('');
  const answer = await service.ask('v1/clock');
  if (answer?.status === 200) {
    show(await answer.json());
  } else if (answer || service.token.wanted) {
    at('clock').hidden = true;
  }
  setTimeout(watchClock, POLL_MILLIS);
}
