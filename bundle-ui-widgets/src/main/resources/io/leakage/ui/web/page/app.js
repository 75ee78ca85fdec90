import { Blotter } from './blotter.js';
import { watchClock } from './clock.js';
import { watchDropCopies } from './dropcopy.js';
import { Detail } from './detail.js';
import { at, number, time } from './cells.js';

/** The service shows a sign of life every two seconds. */
const SILENCE_MILLIS = 7000;
const RETRY_MILLIS = 2000;

/** Says how the page stands with the service: loading, live, stale or lost. Nobody shall read old numbers as new ones. */
function stand(state, text, notice) {
  const connection = at('connection');
  if (connection.textContent !== text) {
    connection.textContent = text;
  }
  connection.className = 'connection ' + state;
  document.body.classList.toggle('disconnected', state === 'lost' || state === 'stale');
  at('notice').hidden = !notice;
  at('notice').className = 'notice ' + state;
  if (notice && at('notice').textContent !== notice) {
    at('notice').textContent = notice;
  }
}

function clock() {
  return new Date().toLocaleTimeString('en-GB');
}

function empty(title, text) {
  at('empty').hidden = title === null;
  at('orders').hidden = title !== null;
  at('legend').hidden = title !== null;
  at('blotter').setAttribute('aria-busy', 'false');
  if (title !== null) {
    at('empty-title').textContent = title;
    at('empty-text').textContent = text;
  }
}

function progress(told) {
  at('parents').textContent = number(told.parents, 0);
  at('parents').title = told.desks.map(desk => `${desk.desk}: ${number(desk.parents, 0)} parents, `
    + `${number(desk.undecidable, 0)} of ${number(desk.asked, 0)} order times too coarse to decide`).join('\n');
  at('market').textContent = told.marketTime === null ? 'nothing yet' : `${time(told.marketTime).slice(0, 12)} UTC`;
  at('events').textContent = number(told.marketEvents, 0);
  const lost = told.dropped + told.unapplied + told.quarantined;
  at('lost').hidden = lost === 0;
  at('lost-count').textContent = number(lost, 0);
  at('lost').title = `${told.dropped} market events dropped, ${told.unapplied} events that did not fit, `
    + `${told.quarantined} drop-copy messages that could not be read`;
}

function listen(blotter, detail) {
  const source = new EventSource('v1/stream');
  let heard = Date.now();
  let lostSince = null;

  function alive() {
    heard = Date.now();
    lostSince = null;
    stand('live', 'Live', null);
    if (blotter.size === 0) {
      empty('No parent order yet', 'Orders appear here by themselves as the drop copy brings them.');
    } else {
      empty(null);
    }
  }

  function orders(event) {
    const told = JSON.parse(event.data);
    blotter.update(told);
    if (told.some(order => order.parent === detail.id)) {
      detail.changed();
    }
    alive();
  }

  source.addEventListener('all', event => {
    blotter.clear();
    orders(event);
  });
  source.addEventListener('orders', orders);
  source.addEventListener('progress', event => {
    progress(JSON.parse(event.data));
    alive();
  });
  source.addEventListener('error', () => {
    lostSince ??= clock();
    stand('lost', 'Disconnected', `Connection lost at ${lostSince}. What you see is from then. Trying again by itself.`);
    if (blotter.size === 0) {
      empty('No connection', 'The service does not answer. This page keeps trying.');
    }
    if (source.readyState === EventSource.CLOSED) {
      clearInterval(watch);
      setTimeout(() => listen(blotter, detail), RETRY_MILLIS);
    }
  });
  const watch = setInterval(() => {
    const silent = Date.now() - heard;
    if (lostSince === null && silent > SILENCE_MILLIS) {
      stand('stale', 'Stale', `No sign of life for ${Math.round(silent / 1000)} s. What you see may be old.`);
    }
  }, 1000);
}

async function start() {
  const answer = await fetch('v1/columns').catch(() => null);
  if (!answer?.ok) {
    stand('lost', 'Disconnected', null);
    empty('No connection', 'The service does not answer. This page keeps trying.');
    setTimeout(start, RETRY_MILLIS);
    return;
  }
  const { columns, reasons } = await answer.json();
  const detail = new Detail(columns, reasons, id => {
    blotter.mark(null);
    blotter.focus(id);
  });
  const blotter = new Blotter(columns, reasons, id => {
    blotter.mark(id);
    detail.show(id);
  });
  listen(blotter, detail);
}

start();
watchClock();
watchDropCopies();
