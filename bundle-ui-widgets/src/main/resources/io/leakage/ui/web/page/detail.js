import { asOf, badge, because, cell, clock, element, number, time, words } from './cells.js';

const REFRESH_MILLIS = 500;

/** One order in full: its measures explained, its children, its fills. It is asked for anew when the order changes. */
export class Detail {
  #panel = document.getElementById('detail');
  #main = document.getElementById('main');
  #columns;
  #reasons;
  #onClose;
  #id = null;
  #timer = 0;
  #open = new Set();

  constructor(columns, reasons, onClose) {
    this.#columns = columns;
    this.#reasons = reasons;
    this.#onClose = onClose;
    document.addEventListener('keydown', event => {
      if (event.key === 'Escape' && this.#id !== null) {
        this.close();
      }
    });
  }

  get id() {
    return this.#id;
  }

  async show(id) {
    if (this.#id !== id) {
      this.#open.clear();
    }
    this.#id = id;
    await this.#refresh();
    if (this.#id === id) {
      this.#panel.querySelector('.close')?.focus({ preventScroll: true });
    }
  }

  close() {
    const id = this.#id;
    this.#id = null;
    this.#panel.hidden = true;
    this.#main.classList.remove('open');
    this.#onClose(id);
  }

  /** The order has changed: shows it as it is now, not more than twice a second. */
  changed() {
    this.#timer ||= setTimeout(() => {
      this.#timer = 0;
      this.#refresh();
    }, REFRESH_MILLIS);
  }

  async #refresh() {
    const id = this.#id;
    if (id === null) {
      return;
    }
    const answer = await fetch('v1/order?id=' + encodeURIComponent(id)).catch(() => null);
    const body = answer === null ? null : await answer.json().catch(() => null);
    if (this.#id !== id) {
      return;
    }
    this.#panel.hidden = false;
    this.#main.classList.add('open');
    if (body === null) {
      this.#failed('The service does not answer. This order will be shown when it does.');
    } else if (!answer.ok) {
      this.#failed(body.detail);
    } else {
      await this.#draw(body);
    }
  }

  #failed(text) {
    if (!this.#panel.firstChild) {
      this.#panel.append(this.#closeButton(), element('p', '', text));
    }
  }

  async #draw(order) {
    const hadFocus = this.#focusKey();
    const scroll = this.#panel.scrollTop;
    const parts = [this.#title(order), ...await this.#measures(order)];
    parts.push(element('h3', '', `Children (${order.children.length})`), this.#children(order.children));
    parts.push(element('h3', '', `Fills (${order.fills.length})`), this.#fills(order.fills));
    parts.push(element('h3', '', 'Where it stands'), this.#circumstances(order));
    if (order.amendments.length > 0) {
      parts.push(element('h3', '', `Amended (${order.amendments.length})`), this.#amendments(order.amendments));
    }
    this.#panel.replaceChildren(...parts);
    this.#panel.scrollTop = scroll;
    if (hadFocus) {
      this.#panel.querySelector(hadFocus)?.focus({ preventScroll: true });
    }
  }

  #focusKey() {
    const focused = document.activeElement;
    if (!this.#panel.contains(focused)) {
      return null;
    }
    const measure = focused.parentElement?.dataset.measure;
    return measure ? `[data-measure="${CSS.escape(measure)}"] summary` : '.close';
  }

  #closeButton() {
    const close = element('button', 'close', 'Close');
    close.type = 'button';
    close.title = 'Esc';
    close.addEventListener('click', () => this.close());
    return close;
  }

  #title(order) {
    const header = element('header');
    const text = element('div');
    text.append(element('h2', '', order.parent));
    const quantity = order.quantity === null ? 'unknown quantity' : number(order.quantity, 0);
    text.append(element('p', 'sub', `${words(order.side)} ${quantity} ${order.symbol ?? ''}, ${number(order.executed, 0)} executed`
      + (order.averagePrice === null ? '' : ` at ${number(order.averagePrice, 4)}`)));
    if (order.told) {
      const average = order.told.averagePrice === null ? '' : ` at ${number(order.told.averagePrice, 4)}`;
      const leaves = order.told.leaves === null ? '' : `, ${number(order.told.leaves, 0)} left`;
      text.append(element('p', 'sub told', `told by the other side: ${number(order.told.executed, 0)} executed${average}${leaves}`));
    }
    const card = element('a', 'card', 'Scorecard to print');
    card.href = 'scorecard?id=' + encodeURIComponent(order.parent);
    card.target = '_blank';
    card.rel = 'noopener';
    text.append(card);
    header.append(badge(order.grade), text, this.#closeButton());
    return header;
  }

  /** A heading for each family of measures, and its measures. */
  async #measures(order) {
    const columns = this.#columns.filter(column => order.measures[column.id]);
    const lines = await this.#lines(order, columns);
    return columns.flatMap((column, place) => column.group === columns[place - 1]?.group ? [lines[place]]
      : [element('h3', '', column.group), lines[place]]);
  }

  #lines(order, columns) {
    return Promise.all(columns.map(async column => {
      const details = element('details');
      details.dataset.measure = column.id;
      details.open = this.#open.has(column.id);
      details.append(this.#summary(order, column));
      if (details.open) {
        details.append(await this.#explanation(order.parent, column.id));
      }
      details.addEventListener('toggle', async () => {
        if (!details.open) {
          this.#open.delete(column.id);
        } else if (!this.#open.has(column.id)) {
          this.#open.add(column.id);
          details.append(await this.#explanation(order.parent, column.id));
        }
      });
      return details;
    }));
  }

  #summary(order, column) {
    const measure = order.measures[column.id];
    const shown = cell(order, column, this.#reasons);
    const summary = element('summary');
    summary.title = shown.title;
    const value = element('span', 'value ' + shown.className, measure.value === null ? shown.text : `${shown.text} ${measure.unit}`);
    if (measure.value !== null && measure.lo !== measure.hi) {
      value.append(element('span', 'range', `${number(measure.lo, column.decimals)} … ${number(measure.hi, column.decimals)}`));
    }
    if (measure.status !== 'VALID') {
      value.append(element('span', 'range', because(measure.flags, this.#reasons)));
    }
    summary.append(element('span', '', column.header), value);
    return summary;
  }

  async #explanation(id, column) {
    const answer = await fetch(`v1/explain?id=${encodeURIComponent(id)}&column=${encodeURIComponent(column)}`).catch(() => null);
    const body = answer === null ? null : await answer.json().catch(() => null);
    return element('pre', '', body?.explanation ?? body?.detail ?? 'The service does not answer.');
  }

  #children(children) {
    return table(['Order', 'Qty', 'Limit', 'Done', 'State', 'Sent (UTC)', 'Venue', 'Strategy'], children.map(child => [
      child.order, quantity(child.quantity), price(child.price), quantity(child.executed), child.state && words(child.state),
      moment(child.sent), child.venue, child.strategy, flags(child.flags, this.#reasons)]), 'No child order yet.');
  }

  #fills(fills) {
    return table(['Time (UTC)', 'Child', 'Qty', 'Price', 'Slip bps', 'Liquidity', 'Venue', 'Execution'], fills.map(fill => [
      moment(fill.time), fill.child, quantity(fill.quantity), price(fill.price),
      slippage(fill), fill.liquidity && words(fill.liquidity),
      fill.venue, fill.execution, flags(fill.flags, this.#reasons)]), 'No execution yet.');
  }

  #amendments(amendments) {
    const shown = (value, status, why) => ({
      text: `${value === null ? '–' : number(value, 4)} ${words(status)}`, className: '', title: because(why, this.#reasons) });
    return table(['Version', 'Measure', 'Was', 'Is'], amendments.map(line => [quantity(line.version), line.measure,
      shown(line.old_value, line.old_status, line.old_flags), shown(line.new_value, line.new_status, line.new_flags)]), '');
  }

  #circumstances(order) {
    const arrived = `${order.arrival && time(order.arrival)} (${words(order.arrivalSource).toLowerCase()})`;
    return table(['', ''], [
      ['Desk', order.desk], ['State', order.state && words(order.state)], ['Arrival (UTC)', arrived],
      ['Arrival mid', order.arrivalMid === null ? null : number(order.arrivalMid, 4)],
      ['First fill', order.firstFill && time(order.firstFill)], ['Last fill', order.lastFill && time(order.lastFill)],
      ['Market data up to', order.asOf && time(order.asOf)], ['As of', asOf(order)],
      ['Clock', clock(order.clock) + (order.clock?.flags.length ? ': ' + because(order.clock.flags, this.#reasons) : '')],
      ['Undecidable', `${order.orderTimes.undecidable} of ${order.orderTimes.asked} order times too coarse`],
      ['Remarks', because(order.flags, this.#reasons) || 'none']], '');
  }
}

function numeric(text) {
  return { text, className: 'number' };
}

function slippage(fill) {
  const bps = fill.measures.arrival_slippage;
  return bps === null ? null : numeric(number(bps, 4, 'exceptZero'));
}

function quantity(value) {
  return value === null ? null : numeric(number(value, 0));
}

/** Microseconds in the table, nanoseconds for who points at it. */
function moment(iso) {
  return iso === null ? null : { text: time(iso).slice(0, 15), className: '', title: iso };
}

/** Prices are exact decimals: shown with four places, more where they have more. */
function price(value) {
  return value === null ? null : numeric(new Intl.NumberFormat('en-US', { minimumFractionDigits: 4, maximumFractionDigits: 8 }).format(value));
}

function flags(flags, reasons) {
  return { text: flags.map(words).join(', '), className: flags.length ? 'flag' : '', title: because(flags, reasons) };
}

function table(heads, rows, nothing) {
  if (rows.length === 0) {
    return element('p', 'sub', nothing);
  }
  const made = element('table');
  if (heads[0]) {
    const head = made.createTHead().insertRow();
    heads.forEach((text, place) => {
      const th = element('th', rows.some(row => row[place]?.className === 'number') ? 'number' : '', text);
      th.scope = 'col';
      head.append(th);
    });
  }
  const body = made.createTBody();
  for (const row of rows) {
    const line = body.insertRow();
    for (const value of row) {
      fill(line.insertCell(), value);
    }
  }
  const wide = element('div', 'wide');
  wide.append(made);
  return wide;
}

function fill(cell, value) {
  if (value === null || value === undefined) {
    cell.textContent = '–';
    cell.className = 'none';
  } else if (typeof value === 'object') {
    if (value.className === 'flag') {
      cell.append(element('span', 'flag', value.text));
    } else {
      cell.textContent = value.text;
      cell.className = value.className;
    }
    cell.title = value.title ?? '';
  } else {
    cell.textContent = value;
  }
}
