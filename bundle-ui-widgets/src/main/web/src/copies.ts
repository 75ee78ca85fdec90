import { Service, number, span } from './leakage';
import { at, rows } from './rows';

const POLL_MILLIS = 2000;

interface Copy {
  name: string;
  condition: string;
  trouble: string;
  ageNanos: number | null;
  gapFrom: number | null;
  gapTo: number;
  byType: Record<string, number>;
  [count: string]: unknown;
}

interface Told {
  dropCopies: Copy[];
  unassigned: { id: string; side: string; instrument: string | null; executed: number }[];
}

const counts = (words: [string, number][]): string =>
  words.filter(([, count]) => count > 0).map(([word, count]) => `${word} ${number(count, 0)}`).join(', ');

function line(copy: Copy): string[] {
  const of = (name: string) => copy[name] as number;
  return [copy.name, copy.condition.toUpperCase() + (copy.trouble ? `: ${copy.trouble}` : ''),
    copy.ageNanos === null ? 'nothing heard yet' : `heard ${span(copy.ageNanos)} ago`,
    copy.gapFrom === null ? 'nothing missing' : `missing ${copy.gapFrom} to ${copy.gapTo - 1}`,
    `delivered ${number(of('delivered'), 0)}`,
    counts([['gaps', of('gaps')], ['resends asked', of('resends')], ['gap fills', of('gapFills')], ['resets', of('epochs')],
      ['duplicates dropped', of('duplicates')],
      ['executions told again', of('repeated')], ['quarantined', of('quarantined')], ['failures', of('failures')],
      ['held on disk', of('spilled')], ['rejected', of('rejected')], ['late', of('late')], ['inner gaps', of('innerGaps')],
      ['missing inside', of('innerMissing')]]),
    counts(Object.entries(copy.byType).map(([type, count]): [string, number] => [`35=${type}`, count]))];
}

function show(told: Told): void {
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
export async function watchCopies(): Promise<void> {
  const service = new Service('');
  const told = await service.json<Told>('v1/dropcopy');
  if (told) {
    show(told);
  } else if (service.token.wanted) {
    at('copies').hidden = true;
  }
  setTimeout(watchCopies, POLL_MILLIS);
}
