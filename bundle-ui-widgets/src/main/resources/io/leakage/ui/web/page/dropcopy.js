import { at, number, rows } from './cells.js';
import { span } from './clock.js';

const POLL_MILLIS = 2000;

const counts = words => words.filter(([, count]) => count > 0).map(([word, count]) => `${word} ${number(count, 0)}`).join(', ');

function line(copy) {
  return [copy.name, copy.condition.toUpperCase() + (copy.trouble ? `: ${copy.trouble}` : ''),
    copy.ageNanos === null ? 'nothing heard yet' : `heard ${span(copy.ageNanos)} ago`,
    copy.gapFrom === null ? 'nothing missing' : `missing ${copy.gapFrom} to ${copy.gapTo - 1}`,
    `delivered ${number(copy.delivered, 0)}`,
    counts([['gaps', copy.gaps], ['resends asked', copy.resends], ['gap fills', copy.gapFills], ['resets', copy.epochs],
      ['duplicates dropped', copy.duplicates], ['quarantined', copy.quarantined], ['failures', copy.failures],
      ['held on disk', copy.spilled], ['rejected', copy.rejected], ['late', copy.late], ['inner gaps', copy.innerGaps],
      ['missing inside', copy.innerMissing]]),
    counts(Object.entries(copy.byType).map(([type, count]) => [`35=${type}`, count]))];
}

function show(told) {
  const order = ['flowing', 'closed', 'waiting', 'missing', 'stale', 'down'];
  const worst = told.dropCopies.map(copy => copy.condition).sort((a, b) => order.indexOf(b) - order.indexOf(a))[0];
  at('copies').hidden = told.dropCopies.length === 0 && told.unassigned.length === 0;
  at('copies').className = `clock copies ${worst ?? ''}`;
  at('copies-state').textContent = worst ? worst.toUpperCase() : 'NONE';
  at('copies-count').textContent = `${told.dropCopies.length} of them, ${told.unassigned.length} orders without a parent`;
  rows('copies-list', told.dropCopies.map(line));
  at('unassigned').hidden = told.unassigned.length === 0;
  rows('unassigned-list', told.unassigned.map(order =>
    [order.id, order.side, order.instrument ?? '', `executed ${number(order.executed, 0)}`]));
}

/** Keeps the section up to date; it stays hidden while there is no drop copy. */
export async function watchDropCopies() {
  const answer = await fetch('v1/dropcopy').catch(() => null);
  if (answer?.status === 200) {
    show(await answer.json());
  }
  setTimeout(watchDropCopies, POLL_MILLIS);
}
