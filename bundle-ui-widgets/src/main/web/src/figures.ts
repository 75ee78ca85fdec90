import { colour, mark, pale, threshold, type Drawing } from './chart';
import { because, interval, millis, number } from './format';
import type { Column, Evidence, Measure, OrderDetail, Series, Verdict } from './types';

/** What a figure shows: a drawing, or why there is none, and the same in one sentence. */
export interface Figure {
  drawing: Drawing | null;
  said: string;
}

type Point = [at: number, value: number];

/** A measure with its unit, interval and status. */
export function told(measure: Measure | undefined, column: Column | undefined, reasons: Record<string, string>): string {
  if (!measure || measure.value === null) {
    return `cannot say${measure?.flags.length ? `: ${because(measure.flags, reasons)}` : ''}`;
  }
  const decimals = column?.decimals ?? 2;
  const around = interval(measure, decimals);
  return `${number(measure.value, decimals, 'exceptZero')} ${measure.unit}${around ? ` ${around}` : ''}`
    + (measure.status === 'VALID' ? '' : `, ${measure.status.toLowerCase()}: ${because(measure.flags, reasons)}`);
}

/** Time since arrival in the unit its span asks for. */
function moments(span: number): { unit: string; size: number } {
  return span < 3000 ? { unit: 'ms', size: 1 } : span < 300_000 ? { unit: 's', size: 1000 } : { unit: 'min', size: 60_000 };
}

/** Series of points over one set of times, null where a series has none. */
function aligned(...series: Point[][]): (number | null)[][] {
  const times = [...new Set(series.flatMap(points => points.map(([at]) => at)))].sort((a, b) => a - b);
  return [times, ...series.map(points => {
    const by = new Map(points);
    return times.map(at => by.get(at) ?? null);
  })];
}

/** Thresholds of the rules that have judged this order, from the clauses of their verdicts. */
export function thresholds(verdicts: Verdict[], measures: string[]): { value: number; words: string; grade: string }[] {
  const found = new Map<string, { value: number; words: string; grade: string }>();
  for (const verdict of verdicts) {
    for (const clause of verdict.why) {
      const parts = /^(\w+).*\((at least|at most) (-?[\d.]+)\)$/.exec(clause);
      if (parts && measures.includes(parts[1])) {
        found.set(`${verdict.rule} ${parts[1]}`,
          { value: Number(parts[3]), words: `${verdict.rule}: ${parts[1]} ${parts[2]} ${parts[3]}`, grade: verdict.grade });
      }
    }
  }
  return [...found.values()];
}

/** (1) Slippage of the fills so far, and the leak, against the thresholds of the rules. */
export function trend(order: OrderDetail, series: Series | null, verdicts: Verdict[], columns: Map<string, Column>,
  reasons: Record<string, string>): Figure {
  const slip = staircase(order);
  const at = (series?.at ?? []).map(ms => ms + shift(order, series));
  const leak = series?.measures.leak_1s;
  const curve = (values: (number | null)[] | undefined): Point[] =>
    at.flatMap((ms, i): Point[] => typeof values?.[i] === 'number' ? [[ms, values[i]]] : []);
  const said = `Slippage ${told(order.measures.arrival_slippage, columns.get('arrival_slippage'), reasons)}; `
    + `leak by 1 s ${told(order.measures.leak_1s, columns.get('leak_1s'), reasons)}.`;
  const middle = curve(leak?.value);
  const now = order.measures.leak_1s;
  if (middle.length === 0 && typeof now?.value === 'number' && order.arrival && order.asOf) {
    middle.push([millis(order.arrival, order.asOf), now.value]);   // nothing was sampled yet
  }
  if (slip.length === 0 && middle.length === 0) {
    return { drawing: null, said };
  }
  const lines = thresholds(verdicts, ['arrival_slippage', 'leak_1s', 'leak_10ms', 'leak_100ms', 'leak_10s', 'drift']);
  const all = aligned(slip, middle, curve(leak?.lo), curve(leak?.hi));
  const { unit, size } = moments(Math.max(...(all[0] as number[])));
  return {
    said: said + lines.map(line => ` Rule ${line.words}.`).join(''),
    drawing: {
      x: { label: `${unit} after arrival` }, y: { label: 'bps', among: [0, ...lines.map(line => line.value)] },
      data: [(all[0] as number[]).map(ms => ms / size), ...all.slice(1)] as Drawing['data'],
      series: [
        { stroke: colour('--accent'), width: 2, spanGaps: true, paths: steps, points: { show: true, size: 5 } },
        { stroke: colour('--cost'), width: 2, spanGaps: true, dash: [6, 3], points: { show: middle.length < 3, size: 5 } },
        { stroke: colour('--cost'), width: 0, spanGaps: true, points: { show: false } },
        { stroke: colour('--cost'), width: 0, spanGaps: true, points: { show: false } },
      ],
      bands: [{ series: [4, 3], fill: pale('--cost') }],
      over: chart => {
        for (const line of lines) {
          threshold(chart, line.value, line.words, line.grade === 'RED' ? '--red' : '--amber');
        }
      },
    },
  };
}

/** A staircase: a value holds until the next. */
const steps: import('uplot').Series.PathBuilder = (chart, series, from, to) => stepped(chart, series, from, to);
let stepped: import('uplot').Series.PathBuilder = () => null;

/** Told once by who loads uPlot. */
export function stepsBy(builder: import('uplot').Series.PathBuilder): void {
  stepped = builder;
}

function shift(order: OrderDetail, series: Series | null): number {
  return order.arrival && series?.origin ? millis(order.arrival, series.origin) : 0;
}

/** Quantity-weighted slippage of all fills up to each. */
function staircase(order: OrderDetail): Point[] {
  let sum = 0;
  let quantity = 0;
  const points: Point[] = [];
  for (const fill of counted(order)) {
    const bps = fill.measures.arrival_slippage;
    if (typeof bps === 'number') {
      sum += bps * fill.quantity;
      quantity += fill.quantity;
      points.push([millis(order.arrival as string, fill.time), sum / quantity]);
    }
  }
  return points;
}

/** The fills that count, in the order of time: not busted, and of a known time. */
function counted(order: OrderDetail): OrderDetail['fills'] {
  return order.arrival === null ? [] : order.fills.filter(fill => fill.quantity > 0 && fill.time)
    .sort((a, b) => a.time < b.time ? -1 : 1);
}

const BACK: Record<string, number> = { before_1m: -60_000, before_10s: -10_000, before_1s: -1000, touch: -1e-6, '10ms': 10, '100ms': 100,
  '1s': 1000, '10s': 10_000, '1m': 60_000, '5m': 300_000 };

/** (2) The mid where it is known, and a mark for each child sent, replaced, cancelled and filled. */
export function midPath(order: OrderDetail, series: Series | null): Figure {
  if (order.arrival === null) {
    return { drawing: null, said: 'Cannot say: the order has no arrival.' };
  }
  const fills = counted(order).map((fill): Point => [millis(order.arrival as string, fill.time), fill.price]);
  const end = Math.max(0, ...fills.map(([at]) => at), order.asOf ? millis(order.arrival, order.asOf) : 0);
  const mids = known(order, series, end);
  const sent = order.children.filter(child => child.sent !== null)
    .map((child): Point => [millis(order.arrival as string, child.sent as string), child.price ?? mids[0]?.[1] ?? 0]);
  const ends = (series?.children ?? []).map(child => ({ ...child, at: child.at + shift(order, series) }));
  const cancelled = order.children.filter(child => child.state === 'CANCELED').length;
  const said = `Mid at arrival ${order.arrivalMid ?? 'not known'}; ${sent.length} children sent, ${cancelled} cancelled, `
    + `${series ? `${ends.filter(child => child.event === 'replaced').length} replaced` : 'how many were replaced is not known'}, `
    + `${fills.length} fills.`;
  if (mids.length + fills.length < 2) {
    return { drawing: null, said: `Cannot say: fewer than two mids of the order's life are known. ${said}` };
  }
  const priceOf = new Map(order.children.map(child => [child.order, child.price ?? mids[0]?.[1] ?? 0]));
  const all = aligned(mids, fills, sent, ends.map((child): Point => [child.at, priceOf.get(child.order) ?? mids[0]?.[1] ?? 0]));
  const { unit, size } = moments(Math.max(...(all[0] as number[])));
  return {
    said,
    drawing: {
      x: { label: `${unit} after arrival` }, y: { label: 'price' },
      data: [(all[0] as number[]).map(ms => ms / size), ...all.slice(1)] as Drawing['data'],
      series: [
        { stroke: colour('--ink'), width: 1.5, spanGaps: true, points: { show: mids.length < 150, size: 3, fill: colour('--ink') } },
        ...[1, 2, 3].map(() => ({ stroke: 'transparent', width: 0, points: { show: false } })),
      ],
      over: chart => {
        sent.forEach(([at, price]) => mark(chart, at / size, price, 'tick', '--muted'));
        fills.forEach(([at, price]) => mark(chart, at / size, price, 'dot', '--accent'));
        ends.forEach(child => mark(chart, child.at / size, priceOf.get(child.order) ?? 0, child.event === 'replaced' ? 'diamond' : 'cross',
          child.event === 'replaced' ? '--amber' : '--red'));
      },
    },
  };
}

/** The mids that are known from just before the arrival to a while after the end. */
function known(order: OrderDetail, series: Series | null, end: number): Point[] {
  const mids = new Map<number, number>();
  if (order.arrivalMid !== null) {
    mids.set(0, order.arrivalMid);
  }
  (series?.at ?? []).forEach((ms, i) => {
    const mid = series?.mid[i];
    if (typeof mid === 'number') {
      mids.set(ms + shift(order, series), mid);
    }
  });
  const until = end + Math.min(60_000, Math.max(end / 4, 1));
  for (const fill of counted(order)) {
    const filled = millis(order.arrival as string, fill.time);
    for (const [horizon, { mid }] of Object.entries(fill.mids)) {
      const at = filled + (BACK[horizon] ?? Number.NaN);
      if (mid !== null && at >= 0 && at <= until) {
        mids.set(at, mid);
      }
    }
  }
  return [...mids].sort((a, b) => a[0] - b[0]);
}

const HORIZONS: Record<string, string> = { '10ms': '10 ms', '100ms': '100 ms', '1s': '1 s', '10s': '10 s' };

/** (3) What the mid did after our footprints, against what it did after their placebos. */
export function response(evidence: Evidence | null, reasons: Record<string, string>): Figure {
  const horizons = evidence?.horizons ?? [];
  const known = horizons.filter(at => (at.all.footprints ?? 0) > 0 && at.all.response !== null && at.all.placebo !== null);
  if (!evidence || known.length === 0) {
    return { drawing: null, said: `Cannot say${evidence?.flags.length ? `: ${because(evidence.flags, reasons)}` : ''}.` };
  }
  const of = (value: (at: Evidence['horizons'][number]) => number | null) => horizons.map(value);
  const spread = horizons.map(at => between(evidence, at.horizon));
  const less = (response: number | null, by: number | null) => response === null || by === null ? null : response - by;
  const said = known.map(at => `By ${HORIZONS[at.horizon] ?? at.horizon} after ${at.all.footprints} footprints `
    + `${number(at.all.response as number, 2, 'exceptZero')} bps, after placebos ${number(at.all.placebo as number, 2, 'exceptZero')} bps`
    + (at.all.lo === null || at.all.hi === null ? '' : `, difference [${number(at.all.lo, 2)} … ${number(at.all.hi, 2)}]`)).join('. ');
  return {
    said: `${said}.`,
    drawing: {
      x: { label: 'after a footprint, not to scale', range: [-0.4, horizons.length - 0.6], splits: horizons.map((_, i) => i),
        values: (_chart, splits) => splits.map(place => HORIZONS[horizons[place]?.horizon] ?? '') },
      y: { label: 'bps against us' },
      data: [horizons.map((_, i) => i), of(at => at.all.response), of(at => at.all.placebo), of(at => less(at.all.response, at.all.hi)),
        of(at => less(at.all.response, at.all.lo)), spread.map(two => two?.[0] ?? null),
        spread.map(two => two?.[1] ?? null)] as Drawing['data'],
      series: [
        { stroke: colour('--cost'), width: 2, points: { show: true, size: 7, fill: colour('--cost') } },
        { stroke: colour('--muted'), width: 1.5, dash: [4, 3], points: { show: true, size: 5 } },
        ...[1, 2].map(() => ({ stroke: 'transparent', width: 0, points: { show: false } })),
        ...[1, 2].map(() => ({ stroke: colour('--muted'), width: 1, dash: [1, 3], points: { show: false } })),
      ],
      bands: [{ series: [4, 3], fill: pale('--muted', 0.25) }],
    },
  };
}

/** Between which moves nine in ten of the single placebos of a horizon lie that are still held; null for too few to say. */
function between(evidence: Evidence, horizon: string): [number, number] | null {
  const moves = (evidence.footprints?.looks ?? []).filter(look => look.horizon === horizon && look.fate === 'COUNTED')
    .flatMap(look => look.placebos.map(placebo => placebo.move)).filter(move => move !== null).sort((a, b) => a - b);
  return moves.length < 20 ? null : [moves[Math.floor(moves.length * 0.05)], moves[Math.ceil(moves.length * 0.95) - 1]];
}

/** E after each footprint that counted, the newest ones the service holds, on a scale of powers of ten. */
export function evidencePath(evidence: Evidence | null): Figure {
  const looks = (evidence?.footprints?.looks ?? []).filter(look => look.fate === 'COUNTED' && (look.evidence ?? 0) > 0);
  if (looks.length < 2) {
    return { drawing: null, said: 'Cannot say: fewer than two footprints that counted are held.' };
  }
  const path = looks.map(look => look.evidence as number);
  const logs = path.map(Math.log10);
  return {
    said: `E went from ${number(path[0], 2)} to ${number(path[path.length - 1], 2)} over the newest ${looks.length} looks, `
      + `at most ${number(Math.max(...path), 2)}, at least ${number(Math.min(...path), 2)}.`,
    drawing: {
      x: { label: 'looks that counted, the newest last' },
      y: { label: 'E', among: [0, 1], values: (_chart, splits) => splits.map(power => Number.isInteger(power) ? String(10 ** power) : '') },
      data: [looks.map((_, i) => i + 1), logs] as Drawing['data'],
      series: [{ stroke: colour('--cost'), width: 2, paths: steps, points: { show: looks.length < 60, size: 4 } }],
    },
  };
}
