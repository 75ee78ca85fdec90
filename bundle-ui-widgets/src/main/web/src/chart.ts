import uPlot from 'uplot';

/** What a chart is drawn of: times or places against values, with what is drawn under and over the curves. */
export interface Drawing {
  x: { label: string; values?: uPlot.Axis.Values; splits?: number[]; range?: [number, number]; log?: boolean };
  /** `among` are values that must be in sight. */
  y: { label: string; among?: number[]; values?: uPlot.Axis.Values };
  data: uPlot.AlignedData;
  series: uPlot.Series[];
  bands?: uPlot.Band[];
  under?: (chart: uPlot) => void;
  over?: (chart: uPlot) => void;
}

const HEIGHT = 190;

/** A chart in a place; drawn anew when its data change, and sized anew with its place. */
export class Chart {
  #plot: uPlot | null = null;
  readonly #observer: ResizeObserver;

  constructor(private readonly place: HTMLElement) {
    this.#observer = new ResizeObserver(() => this.#plot?.setSize(this.#size()));
    this.#observer.observe(place);
  }

  draw(drawing: Drawing | null): void {
    this.#plot?.destroy();
    this.#plot = null;
    if (drawing !== null && this.place.isConnected) {
      this.#plot = new uPlot(this.#options(drawing), drawing.data, this.place);
    }
  }

  close(): void {
    this.#observer.disconnect();
    this.#plot?.destroy();
  }

  #size(): { width: number; height: number } {
    return { width: Math.max(200, this.place.clientWidth), height: HEIGHT };
  }

  #options(drawing: Drawing): uPlot.Options {
    const font = '11px system-ui, sans-serif';
    const axis = { stroke: colour('--muted'), grid: { stroke: colour('--line'), width: 1 }, ticks: { stroke: colour('--line') }, font,
      labelFont: font, labelSize: 18 };
    return {
      ...this.#size(),
      legend: { show: false },
      cursor: { show: false },
      scales: {
        x: { time: false, distr: drawing.x.log ? 3 : 1, ...(drawing.x.range ? { range: drawing.x.range } : {}) },
        y: { range: (_chart, least, most) => around(least, most, drawing.y.among ?? []) },
      },
      axes: [
        { ...axis, label: drawing.x.label, size: 30, ...(drawing.x.values ? { values: drawing.x.values } : {}),
          ...(drawing.x.splits ? { splits: () => drawing.x.splits as number[] } : {}) },
        { ...axis, label: drawing.y.label, size: 52, ...(drawing.y.values ? { values: drawing.y.values } : {}) },
      ],
      series: [{}, ...drawing.series],
      bands: drawing.bands,
      hooks: {
        drawAxes: drawing.under ? [drawing.under] : [],
        draw: drawing.over ? [drawing.over] : [],
      },
    };
  }
}

/** A little air above and below, and never nothing. */
function around(least: number | null, most: number | null, among: number[]): [number, number] {
  const lo = Math.min(least ?? 0, ...among);
  const hi = Math.max(most ?? 1, ...among);
  const air = Math.max((hi - lo) * 0.08, Math.abs(hi) * 1e-6, 1e-6);
  return [lo - air, hi + air];
}

/** A colour of the page as it stands now, dark or light. */
export function colour(name: string): string {
  const board = document.querySelector('leakage-order') ?? document.body;
  const probe = document.createElement('span');
  probe.style.color = `var(${name}, #888)`;
  board.append(probe);
  const now = getComputedStyle(probe).color;
  probe.remove();
  return now;
}

/** The same, seen through. */
export function pale(name: string, alpha = 0.18): string {
  return colour(name).replace(/^rgb\((.*)\)$/, `rgba($1, ${alpha})`);
}

/** A horizontal line over the whole chart with words on it, where a rule draws it. */
export function threshold(chart: uPlot, value: number, text: string, name: string): void {
  const y = chart.valToPos(value, 'y', true);
  const { left, top, width, height } = chart.bbox;
  if (y < top || y > top + height) {
    return;
  }
  const draw = chart.ctx;
  draw.save();
  draw.strokeStyle = colour(name);
  draw.fillStyle = colour(name);
  draw.lineWidth = devicePixelRatio;
  draw.setLineDash([5 * devicePixelRatio, 4 * devicePixelRatio]);
  draw.beginPath();
  draw.moveTo(left, y);
  draw.lineTo(left + width, y);
  draw.stroke();
  draw.font = `${11 * devicePixelRatio}px system-ui, sans-serif`;
  draw.textAlign = 'left';
  draw.textBaseline = 'bottom';
  draw.fillText(text, left + 4, y - 2);
  draw.restore();
}

/** A filled or hollow mark, told apart by its shape. */
export function mark(chart: uPlot, x: number, y: number, shape: 'dot' | 'ring' | 'tick' | 'cross' | 'diamond', name: string): void {
  const draw = chart.ctx;
  const at = chart.valToPos(x, 'x', true);
  const to = chart.valToPos(y, 'y', true);
  const size = 4 * devicePixelRatio;
  draw.save();
  draw.strokeStyle = colour(name);
  draw.fillStyle = colour(name);
  draw.lineWidth = 1.6 * devicePixelRatio;
  draw.beginPath();
  if (shape === 'dot' || shape === 'ring') {
    draw.arc(at, to, size, 0, 2 * Math.PI);
  } else if (shape === 'tick') {
    draw.moveTo(at, to - size * 1.6);
    draw.lineTo(at, to + size * 1.6);
  } else if (shape === 'cross') {
    draw.moveTo(at - size, to - size);
    draw.lineTo(at + size, to + size);
    draw.moveTo(at + size, to - size);
    draw.lineTo(at - size, to + size);
  } else {
    draw.moveTo(at, to - size * 1.3);
    draw.lineTo(at + size * 1.3, to);
    draw.lineTo(at, to + size * 1.3);
    draw.lineTo(at - size * 1.3, to);
    draw.closePath();
  }
  if (shape === 'dot') {
    draw.fill();
  } else {
    draw.stroke();
  }
  draw.restore();
}
