/** What a cell of an order shows. Texts go into the page by textContent only: symbols and ids come from outside. */

const formats = new Map();

function format(decimals, sign) {
  const key = decimals + sign;
  if (!formats.has(key)) {
    formats.set(key, new Intl.NumberFormat('en-US',
      { minimumFractionDigits: decimals, maximumFractionDigits: decimals, signDisplay: sign }));
  }
  return formats.get(key);
}

/** A number with this many decimals; `sign` is 'exceptZero' for costs, 'auto' for prices and quantities. */
export function number(value, decimals, sign = 'auto') {
  return format(decimals, sign).format(value);
}

/** PARTIALLY_FILLED as "Partially filled". */
export function words(constant) {
  const text = constant.toLowerCase().replaceAll('_', ' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** 2026-03-02T14:30:00.075000000Z as 14:30:00.075 (UTC), further digits only where they say something. */
export function time(iso) {
  const clock = iso.slice(11, -1);
  return clock.slice(0, 12) + clock.slice(12).replace(/0+$/, '');
}

/** The reasons behind flags, in words. */
export function because(flags, reasons) {
  return flags.map(flag => reasons[flag] ?? words(flag)).join('; ');
}

/** `{text, title, className, sort}` of one cell. */
export function cell(order, column, reasons) {
  const measure = order.measures[column.id];
  if (measure) {
    return measured(order, measure, column, reasons);
  }
  if (column.id === 'quality') {
    return quality(order.quality, reasons);
  }
  const value = order[column.id];
  if (value === null || value === undefined) {
    return { text: column.nullText, title: because(order.flags, reasons) || 'not known', className: 'none', sort: null };
  }
  if (column.type === 'number') {
    return { text: number(value, column.decimals), title: column.tooltip, className: '', sort: value };
  }
  return { text: plain(column.id, value), title: column.tooltip, className: column.id === 'side' ? 'side-' + value : '', sort: value };
}

function plain(id, value) {
  return id === 'side' || id === 'state' ? words(value) : value;
}

/** What an order's numbers are as of: messages, version, clock. */
export function asOf(order) {
  return `message ${order.marketSequence ?? '–'}, order event ${order.orderSequence}, version ${order.version}, ${clock(order.clock)}`;
}

/** How good the machine's clock was; files have none. */
export function clock(told) {
  if (!told) {
    return 'no clock';
  }
  const bound = told.uncertainty_nanos === null ? 'no bound' : `± ${number(told.uncertainty_nanos, 0)} ns`;
  return `clock ${words(told.state).toLowerCase()}, ${bound}`;
}

function measured(order, measure, column, reasons) {
  const why = because(measure.flags, reasons);
  if (measure.value === null) {
    return {
      text: column.nullText,
      title: `${column.tooltip}\nno number: ${why || 'no reason given'}\nas of ${asOf(order)}`,
      className: 'none',
      sort: null,
    };
  }
  const lines = [column.tooltip, `${measure.value} ${measure.unit}`];
  if (measure.lo !== measure.hi) {
    lines.push(`the truth lies between ${measure.lo ?? 'unknown'} and ${measure.hi ?? 'unknown'}`);
  }
  lines.push(words(measure.status) + (why ? ': ' + why : ''), `as of ${asOf(order)}`);
  const tone = measure.value > 0 ? 'cost' : measure.value < 0 ? 'gain' : '';
  return {
    text: number(measure.value, column.decimals, 'exceptZero'),
    title: lines.join('\n'),
    className: measure.status === 'VALID' ? tone : 'doubt',
    sort: measure.value,
  };
}

function quality(quality, reasons) {
  const why = because(quality.flags, reasons);
  const text = words(quality.status) + (quality.flags.length ? ' · ' + quality.flags.map(words).join(', ') : '');
  return { text, title: why || 'every input was whole', className: 'quality-' + quality.status, sort: quality.status };
}

/** The badge of a grade: a letter in a shape of its own. */
export function badge(grade) {
  const letters = { GREEN: 'G', AMBER: 'A', RED: 'R' };
  const span = document.createElement('span');
  span.className = 'grade grade-' + grade;
  span.textContent = letters[grade] ?? '?';
  span.setAttribute('role', 'img');
  span.setAttribute('aria-label', words(grade));
  span.title = grade === 'CANNOT_SAY' ? 'Cannot say: no rule in force, or no number good enough' : words(grade) + ': by a rule';
  return span;
}

/** An element with a class and a text. */
export function element(name, className = '', text = null) {
  const made = document.createElement(name);
  if (className) {
    made.className = className;
  }
  if (text !== null) {
    made.textContent = text;
  }
  return made;
}

/** The page's element with this id. */
export const at = id => document.getElementById(id);

/** Fills a table's body: a line a row, its first cell the head. */
export function rows(id, lines) {
  at(id).replaceChildren(...lines.map(cells => {
    const row = document.createElement('tr');
    cells.forEach((text, place) => {
      const cell = document.createElement(place === 0 ? 'th' : 'td');
      cell.textContent = text;
      row.append(cell);
    });
    return row;
  }));
}
