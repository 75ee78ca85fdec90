/** What the service tells, as it tells it. Ids, symbols and texts come from outside: they go into the page as text only. */

export type Status = 'VALID' | 'DEGRADED' | 'SUPPRESSED';
export type Grade = 'GREEN' | 'AMBER' | 'RED' | 'CANNOT_SAY';

export interface Column {
  id: string;
  header: string;
  tooltip: string;
  group: string;
  type: 'text' | 'number';
  unit: string;
  decimals: number;
  width: number;
  nullText: string;
  standard: boolean;
}

export interface Catalogue {
  columns: Column[];
  reasons: Record<string, string>;
}

export interface Measure {
  value: number | null;
  unit: string;
  lo: number | null;
  hi: number | null;
  status: Status;
  flags: string[];
}

export interface Clock {
  state: string;
  uncertainty_nanos: number | null;
  flags: string[];
}

/** A line of the blotter. */
export interface Order {
  parent: string;
  removed?: boolean;
  desk: string | null;
  symbol: string | null;
  side: 'BUY' | 'SELL';
  quantity: number | null;
  executed: number;
  told?: { executed: number | null; leaves: number | null; averagePrice: number | null };
  grade: Grade;
  /** A valid point without a flag may come as its number alone. */
  measures: Record<string, Measure | number>;
  state: string | null;
  strategy?: string | null;
  algo?: string | null;
  averagePrice: number | null;
  arrival: string | null;
  arrivalSource: string;
  arrivalMid: number | null;
  firstFill: string | null;
  lastFill: string | null;
  asOf: string | null;
  orderTimes: { asked: number; undecidable: number };
  flags: string[];
  quality: { status: Status; flags: string[] };
  version: number;
  marketSequence: number | null;
  orderSequence: number;
  clock: Clock | null;
}

export interface Child {
  order: string;
  orderId: string | null;
  side: string;
  quantity: number | null;
  price: number | null;
  executed: number;
  state: string | null;
  sent: string | null;
  venue: string | null;
  strategy: string | null;
  algo: string | null;
  broker: string | null;
  flags: string[];
}

export interface Fill {
  execution: string;
  child: string | null;
  time: string;
  price: number;
  quantity: number;
  liquidity: string | null;
  venue: string | null;
  mids: Record<string, { mid: number | null; lo: number | null; hi: number | null; flags: string[] }>;
  measures: Record<string, number | null>;
  flags: string[];
}

export interface Amendment {
  measure: string;
  version: number;
  old_value: number | null;
  old_status: Status;
  old_flags: string[];
  new_value: number | null;
  new_status: Status;
  new_flags: string[];
}

/** An order with its children and fills. */
export interface OrderDetail extends Order {
  measures: Record<string, Measure>;
  children: Child[];
  fills: Fill[];
  amendments: Amendment[];
}

export interface Family {
  footprints: number | null;
  response: number | null;
  placebo: number | null;
  excess: number | null;
  lo: number | null;
  hi: number | null;
  bet: number | null;
}

/** A footprint at a horizon, with what its rank was made of. Moves in basis points, positive against the order. */
export interface Look {
  time: string | null;
  child: number;
  kinds: string;
  horizon: string;
  fate: string;
  response: number | null;
  placebo: number | null;
  rank: number | null;
  evidence: number | null;
  widened: number | null;
  placebos: { time: string | null; move: number | null }[];
}

/** The newest footprints, and from what they can be computed again. */
export interface Footprints {
  shown: number;
  dropped: number;
  version: string;
  seed: string;
  journalPosition: number;
  looks: Look[];
}

export interface Evidence {
  parent: string;
  evidence: number | null;
  oneIn: number | null;
  status: Status;
  flags: string[];
  horizons: {
    horizon: string; crowded: number | null; disturbed: number | null; unmatched: number | null; all: Family; unfilled: Family;
  }[];
  measures: Record<string, Measure>;
  verdict: { time: string | null; rules: string; version: number; rule: string; grade: Grade } | null;
  footprints: Footprints | null;
  replay: { instrument: number; marketSequence: number | null; orderSequence: number | null; version: number };
}

export interface Verdict {
  time: string;
  parent: string | null;
  rules: string;
  version: number;
  rule: string;
  grade: Grade;
  fired: boolean;
  why: string[];
  switchTo: string | null;
  mode: string | null;
  vetoes: string[];
}

/** What a person may do now, each named as its address is. */
export type Deed = 'approve' | 'reject' | 'take-over' | 'release' | 'kill' | 'rearm' | 'unlatch' | 'auto-on' | 'auto-off';

export type SwitchState = 'PROPOSED' | 'APPROVED' | 'REJECTED' | 'EXPIRED' | 'WITHHELD' | 'SENT' | 'PENDING_REPLACE' | 'REPLACED'
  | 'REFUSED' | 'TIMED_OUT' | 'UNKNOWN';

export interface Switch {
  number: number;
  id: string;
  desk: string;
  parent: string;
  symbol: string;
  rules: string;
  version: number;
  rule: string;
  mode: string;
  state: SwitchState;
  from: string;
  to: string;
  parameters: Record<string, string>;
  why: string[];
  capable: 'NOT_ASKED' | 'YES' | 'NO';
  propensity: number;
  outcome?: SwitchOutcome | null;
  proposedAt: string | null;
  expiresAt: string | null;
  changedAt: string | null;
  who: string;
  reason: string;
  takenOverBy: string;
  may: Deed[];
}

/** What came of an order from a decision on, basis points of what was left; `saved` is only a model's, as `label` says. */
export interface SwitchOutcome {
  part: 'SWITCHED' | 'LEFT' | 'WITHHELD';
  ended: boolean;
  left: number;
  gained: number | null;
  expected: number | null;
  saved: number | null;
  label: string;
}

/** What a rule saved by such switches; never shown without `label`. */
export interface SwitchSaving {
  desk: string;
  rules: string;
  rule: string;
  from: string;
  to: string;
  bps: number | null;
  lo: number | null;
  hi: number | null;
  basis: 'NONE' | 'MODEL' | 'INSUFFICIENT' | 'HELD_OUT';
  label: string;
  switched: number;
  left: number;
  withheld: number;
  waiting: number;
  unknown: number;
}

export interface SwitchDesk {
  desk: string;
  firm: boolean;
  mode: string;
  killedBy: string;
  rearmAskedBy: string;
  latched: string;
  auto: boolean;
  autoBy: string[];
  reason: string;
  may: Deed[];
}

export interface Objection {
  parent: string;
  at: string | null;
  rules: string;
  version: number;
  rule: string;
  guard: string;
  words: string;
}

/** Everything about switches that the caller may see; `now` is the service's venue time. */
export interface Switches {
  switches: Switch[];
  desks: SwitchDesk[];
  savings?: SwitchSaving[];
  objections: Objection[];
  orders: { parent: string; takenOverBy: string; may: Deed[] }[];
  user: string;
  now: string | null;
}

/** A desk's orders that are named leaking. */
export interface Discoveries {
  desk: string;
  rate: number;
  orders: number;
  threshold: number | null;
  discoveries: { id: string; symbol: string | null; side: string; evidence: number | null; works: boolean }[];
}

/** How a parent's numbers went, thinned out the longer it lives. Times are milliseconds after `origin`. */
export interface Series {
  parent: string;
  origin: string | null;
  at: number[];
  mid: (number | null)[];
  measures: Record<string, { value: (number | null)[]; lo: (number | null)[]; hi: (number | null)[] }>;
  children: { order: string; event: 'replaced' | 'cancelled' | 'rejected' | 'expired'; at: number }[];
}

export interface Progress {
  parents: number;
  marketEvents: number;
  marketTime: string | null;
  dropped: number;
  unapplied: number;
  quarantined: number;
  desks: { desk: string; parents: number; asked: number; undecidable: number }[];
}
