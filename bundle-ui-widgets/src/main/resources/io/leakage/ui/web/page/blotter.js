import { badge, cell, element } from './cells.js';

/** The table of parent orders. Rows are kept and only what differs is written, once a frame. */
export class Blotter {
  #table = document.getElementById('orders');
  #columns;
  #reasons;
  #choose;
  #orders = new Map();
  #rows = new Map();
  #dirty = new Set();
  #sort = null;
  #frame = 0;
  #chosen = null;

  /** `choose(id)` is called when a person picks an order. */
  constructor(columns, reasons, choose) {
    this.#columns = columns.filter(column => column.standard);
    this.#reasons = reasons;
    this.#choose = choose;
    this.#head();
    this.#table.tBodies[0].addEventListener('keydown', event => this.#key(event));
  }

  get size() {
    return this.#orders.size;
  }

  /** Forgets every order. */
  clear() {
    this.#orders.clear();
    this.#later();
  }

  /** Takes orders as they are now. */
  update(orders) {
    for (const order of orders) {
      if (order.removed) {
        this.#orders.delete(order.parent);
      } else {
        this.#orders.set(order.parent, order);
        this.#dirty.add(order.parent);
      }
    }
    this.#later();
  }

  /** Marks the order whose detail is open; null for none. */
  mark(id) {
    this.#rows.get(this.#chosen)?.classList.remove('chosen');
    this.#chosen = id;
    this.#rows.get(id)?.classList.add('chosen');
  }

  /** Puts the keyboard back on an order. */
  focus(id) {
    this.#rows.get(id)?.querySelector('button').focus();
  }

  #head() {
    const row = this.#table.tHead.insertRow();
    let group = null;
    for (const column of this.#columns) {
      const head = element('th', column.type === 'number' ? 'number' : '');
      head.scope = 'col';
      head.dataset.id = column.id;
      if (group !== null && group !== column.group) {
        head.classList.add('leakage-first');
      }
      group = column.group;
      const button = element('button');
      button.type = 'button';
      button.title = column.tooltip;
      const name = column.unit && column.header.endsWith(' ' + column.unit)
        ? column.header.slice(0, -column.unit.length - 1) : column.header;
      // a number and its unit stay on one line
      button.append(element('span', 'name', name.replace(/(\d) (\w+)$/, '$1\u00a0$2')));
      if (column.unit) {
        button.append(element('span', 'unit', column.unit));
      }
      button.addEventListener('click', () => this.#sortBy(column));
      head.append(button);
      row.append(head);
    }
  }

  #sortBy(column) {
    const again = this.#sort?.column === column;
    if (again && this.#sort.down) {
      this.#sort = null;
    } else {
      this.#sort = { column, down: again };
    }
    for (const head of this.#table.tHead.rows[0].cells) {
      if (this.#sort && head.dataset.id === column.id) {
        head.setAttribute('aria-sort', this.#sort.down ? 'descending' : 'ascending');
      } else {
        head.removeAttribute('aria-sort');
      }
    }
    this.#later();
  }

  #later() {
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      this.#draw();
    });
  }

  #draw() {
    for (const [id, row] of this.#rows) {
      if (!this.#orders.has(id)) {
        row.remove();
        this.#rows.delete(id);
      }
    }
    for (const id of this.#dirty) {
      if (this.#orders.has(id)) {
        this.#write(this.#rows.get(id) ?? this.#row(id), this.#orders.get(id));
      }
    }
    this.#dirty.clear();
    this.#arrange();
  }

  #row(id) {
    const row = this.#table.tBodies[0].insertRow();
    for (const column of this.#columns) {
      const cell = row.insertCell();
      cell.className = column.type === 'number' ? 'number' : '';
    }
    const button = element('button', '', id);
    button.type = 'button';
    row.cells[0].append(button);
    row.addEventListener('click', () => this.#choose(id));
    row.classList.toggle('chosen', id === this.#chosen);
    row.dataset.id = id;
    this.#rows.set(id, row);
    return row;
  }

  #write(row, order) {
    this.#columns.forEach((column, place) => {
      const target = row.cells[place];
      if (column.id === 'parent') {
        return;
      }
      if (column.id === 'grade') {
        if (target.dataset.grade !== order.grade) {
          target.dataset.grade = order.grade;
          target.replaceChildren(badge(order.grade));
        }
        return;
      }
      const shown = cell(order, column, this.#reasons);
      if (column.id === 'executed') {
        this.#progress(target, shown, order);
      } else if (target.textContent !== shown.text) {
        target.textContent = shown.text;
      }
      if (target.title !== shown.title) {
        target.title = shown.title;
      }
      const className = (column.type === 'number' ? 'number ' : '') + shown.className;
      if (target.className !== className) {
        target.className = className;
      }
    });
  }

  /** How much of the order is done, as a number over a bar. */
  #progress(target, shown, order) {
    if (!target.firstChild) {
      const done = element('span', 'done');
      const bar = element('i');
      bar.append(element('b'));
      done.append(element('span'), bar);
      target.append(done);
    }
    target.querySelector('span span').textContent = shown.text;
    const share = order.quantity ? Math.min(1, order.executed / order.quantity) : 0;
    target.querySelector('b').style.width = (share * 100).toFixed(1) + '%';
  }

  #arrange() {
    const ids = [...this.#orders.keys()];
    if (this.#sort) {
      const { column, down } = this.#sort;
      const keys = new Map(ids.map(id => [id, cell(this.#orders.get(id), column, this.#reasons).sort]));
      ids.sort((a, b) => compare(keys.get(a), keys.get(b), down));
    }
    const body = this.#table.tBodies[0];
    ids.forEach((id, place) => {
      const row = this.#rows.get(id);
      if (body.rows[place] !== row) {
        body.insertBefore(row, body.rows[place] ?? null);
      }
    });
  }

  #key(event) {
    const row = event.target.closest('tr');
    const rows = this.#table.tBodies[0].rows;
    const place = { ArrowDown: row.sectionRowIndex + 1, ArrowUp: row.sectionRowIndex - 1, Home: 0, End: rows.length - 1 }[event.key];
    if (place !== undefined && rows[place]) {
      event.preventDefault();
      rows[place].querySelector('button').focus();
    }
  }
}

/** Orders without a value stand last, whichever way. */
function compare(a, b, down) {
  if (a === null || b === null) {
    return (a === null) - (b === null);
  }
  const order = typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b));
  return down ? -order : order;
}
