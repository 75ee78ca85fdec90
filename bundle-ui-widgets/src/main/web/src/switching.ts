import type { Outcome, Service } from './service';
import type { Deed, Objection, Switch, SwitchDesk, SwitchSaving, SwitchState, Switches } from './types';

/** A state a switch was seen in. */
export interface Step {
  state: SwitchState;
  at: string | null;
}

/**
 * What the service tells of switches, and what a person decides about them; one for all parts of a board. Tells `change` when something
 * is another than it was.
 */
export class Switching extends EventTarget {
  #told: Switches | null = null;
  #toldAt = 0;
  readonly #steps = new Map<number, Step[]>();

  constructor(private readonly service: Service) {
    super();
  }

  get desks(): SwitchDesk[] {
    return this.#told?.desks ?? [];
  }

  get switches(): Switch[] {
    return this.#told?.switches ?? [];
  }

  /** Whose token decides; empty while nobody's does. */
  get user(): string {
    return this.#told?.user ?? '';
  }

  /** An order's switches, the newest first. */
  of(parent: string): Switch[] {
    return this.switches.filter(one => one.parent === parent).reverse();
  }

  /** Who works an order by hand, and what the person here may do about that. */
  order(parent: string): { takenOverBy: string; may: Deed[] } {
    return this.#told?.orders.find(one => one.parent === parent) ?? { takenOverBy: '', may: [] };
  }

  /** What spoke against a switch of an order, the newest word of each rule on each guard. */
  objections(parent: string): Objection[] {
    const by = new Map<string, Objection>();
    (this.#told?.objections ?? []).filter(one => one.parent === parent).forEach(one => {
      by.delete(one.rule + one.guard);
      by.set(one.rule + one.guard, one);
    });
    return [...by.values()].reverse();
  }

  /** What the rule of a switch saved by such switches so far. */
  saving(one: Switch): SwitchSaving | undefined {
    return this.#told?.savings?.find(each => each.desk === one.desk && each.rules === one.rules && each.rule === one.rule
      && each.from === one.from && each.to === one.to);
  }

  /** How a switch went as far as this page knows, the state it has now last. */
  steps(one: Switch): Step[] {
    return this.#steps.get(one.number) ?? [];
  }

  /** Milliseconds on the service's venue time that a person has left to decide; null where that cannot be said. */
  left(one: Switch): number | null {
    return one.expiresAt === null || !this.#told?.now ? null
      : Math.max(0, Date.parse(one.expiresAt) - Date.parse(this.#told.now) - (performance.now() - this.#toldAt));
  }

  /** Asks the service; one that has no switches tells none, and while it does not answer what it told last stands. */
  async ask(): Promise<void> {
    const answer = await this.service.ask('v1/switches');
    if (answer?.status === 204) {
      this.#take(null);
    } else if (answer?.ok) {
      this.#take(await answer.json().catch(() => this.#told) as Switches);
    }
  }

  /** Nobody may see anything any longer. */
  forget(): void {
    this.#steps.clear();
    this.#take(null);
  }

  /** What a person decided about a switch: the answer is how it stands then. */
  async decide(one: Switch, deed: Deed): Promise<string> {
    const outcome = await this.service.decide(`v1/switches/${one.number}/${deed}`);
    const now = outcome.told as Switch | null;
    if (now && this.#told) {
      this.#take({ ...this.#told, switches: this.#told.switches.map(each => each.number === now.number ? now : each) });
    }
    return outcome.problem ? this.#refused(outcome) : now?.state === 'PROPOSED' ? `Not taken: ${now.reason || 'no effect yet'}.` : '';
  }

  /** What a person decided about an order or a desk; the answer is how everything stands then. */
  async act(deed: Deed, what: Record<string, string>): Promise<string> {
    const asked = new URLSearchParams(what).toString();
    const outcome = await this.service.decide(`v1/${deed}${asked ? `?${asked}` : ''}`);
    if (outcome.problem) {
      return this.#refused(outcome);
    }
    this.#take(outcome.told as Switches | null ?? this.#told);
    return '';
  }

  async #refused(outcome: Outcome): Promise<string> {
    await this.ask();
    return `Not taken: ${outcome.problem}.`;
  }

  #take(told: Switches | null): void {
    const before = JSON.stringify({ ...this.#told, now: '' });
    this.#told = told;
    this.#toldAt = performance.now();
    told?.switches.forEach(one => this.#seen(one));
    if (before !== JSON.stringify({ ...told, now: '' })) {
      this.dispatchEvent(new Event('change'));
    }
  }

  #seen(one: Switch): void {
    const steps = this.#steps.get(one.number) ?? [{ state: 'PROPOSED' as const, at: one.proposedAt }];
    if (steps[steps.length - 1].state !== one.state) {
      steps.push({ state: one.state, at: one.changedAt });
    }
    this.#steps.set(one.number, steps);
  }
}
