import { call, exactNumber } from './api.js';
import { OwnerPicker } from './owner-picker.js';
import { WritingHelp } from './writing-help.js';

const TARGET = ['from', 'to', 'low', 'high'];

/** Which numbers each kind of key result has. */
const NUMBERS_OF = { '': ['from', 'to'], increase: ['from', 'to'], decrease: ['from', 'to'], keepAtLeast: ['low'], keepAtMost: ['high'], keepBetween: ['low', 'high'] };

export const NEW_KEY_RESULT = {
  state: 'draft', title: '', metric: '', direction: '', from: '', to: '', low: '', high: '', unit: '', per: 'none', weight: '1', howWorkMovesIt: '', dueOn: '', source: 'manual', phases: [], acceptedHints: [],
};

/** The kind that the form shows: where both numbers are there, and agree, the direction is read from them. */
export function kindOf({ direction, from, to }) {
  if (!direction || direction.startsWith('keep')) {
    return direction ?? '';
  }
  const hasBoth = Boolean(from) && Boolean(to);
  const agrees = hasBoth ? Number(from) < Number(to) === (direction === 'increase') : !from && !to;
  return agrees ? '' : direction;
}

/** The form in which a key result is written: the title first, then what it needs, the rest folded away. */
export class KeyResultForm {
  /**
   * @param {import('./forms.js').Form} form
   * @param {object} values what it says now
   * @param {{projectKey: string, scope: string, objective: string}} place where it belongs
   */
  constructor(form, values, place) {
    this.form = form;
    this.values = values;
    this.place = place;
    this.isNew = !values.id;
    form.version = values.version;
    form.fill({ ...values, direction: kindOf(values) });
    new OwnerPicker(form.element.querySelector('[data-people]'), place.projectKey).set(values.owner);
    form.initial = form.snapshot();
    this.help = new WritingHelp(form, { body: () => this.draft(), accept: (rule) => this.acceptNow(rule), filled: () => this.arrange() });
    this.help.accepted = [...values.acceptedHints];
    form.input('direction').addEventListener('change', () => this.arrange());
    form.input('title').addEventListener('input', () => this.arrange());
    form.element.addEventListener('lint', () => this.explain());
    this.arrange();
    if (!this.isNew && values.state === 'draft') {
      this.help.ask();
    }
  }

  get isDraft() {
    return this.values.state === 'draft';
  }

  /** Shows what the kind of key result needs; of a running one the target is moved by retargeting only. */
  arrange() {
    const { form } = this;
    form.choose(TARGET, this.isDraft ? NUMBERS_OF[form.text('direction')] : []);
    form.field('direction').hidden = !this.isDraft;
    form.field('dueOn').hidden = !this.isDraft;
    form.element.querySelector('[data-rest]').hidden = this.isNew && form.text('title').trim() === '';
    form.element.querySelector('[value="activate"]').hidden = !this.isDraft;
    form.element.querySelector('[data-running]').hidden = this.isDraft;
    form.element.querySelector('[value="save"]').textContent = this.isDraft ? 'Save draft' : 'Save key result';
    form.element.querySelector('[value="save"]').classList.toggle('button-primary', !this.isDraft);
  }

  /** Says why it cannot be activated yet, beside the button that would. */
  explain() {
    const { blocking } = this.help;
    const button = this.form.element.querySelector('[value="activate"]');
    const reasons = this.form.element.querySelector('[data-blocked]');
    button.setAttribute('aria-disabled', String(blocking.length > 0));
    reasons.hidden = blocking.length === 0 || !this.isDraft;
    reasons.querySelector('ul').replaceChildren(
      ...blocking.map(({ message }) => {
        const item = document.createElement('li');
        item.textContent = message;
        return item;
      }),
    );
  }

  /** What is typed so far, for the writing help. */
  draft() {
    const { form } = this;
    const shown = NUMBERS_OF[form.text('direction')];
    const numbers = Object.fromEntries(TARGET.map((name) => [name, shown.includes(name) ? form.numberSoFar(name) : null]));
    return { ...this.words(), ...numbers, keyResultId: this.values.id, scopeId: this.place.scope };
  }

  words() {
    const { form } = this;
    return {
      title: form.text('title'),
      metric: form.text('metric') || null,
      direction: form.text('direction') || null,
      unit: form.text('unit') || null,
      per: form.text('per'),
      owner: form.text('owner') || null,
      howWorkMovesIt: form.text('howWorkMovesIt') || null,
      dueOn: form.text('dueOn') || null,
    };
  }

  /** Saves it, and activates it when that button was pressed. */
  async send(button) {
    const { form } = this;
    const body = this.body();
    const stored = this.isNew && !this.stored
      ? await call('POST', `objectives/${this.place.objective}/key-results`, body, { key: form.key })
      : await call('PUT', `key-results/${this.id}`, body, { version: form.version });
    this.stored = stored;
    form.version = stored.version;
    await this.acceptLater();
    return button.value === 'activate'
      ? call('POST', `key-results/${stored.id}/transitions`, { to: 'active' }, { version: form.version })
      : stored;
  }

  get id() {
    return this.stored?.id ?? this.values.id;
  }

  body() {
    const { form } = this;
    const shown = NUMBERS_OF[form.text('direction')];
    const numbers = Object.fromEntries(TARGET.map((name) => [name, shown.includes(name) ? form.number(name) : null]));
    return {
      ...this.words(),
      // Of a running one nothing of its target may change here, and without a start nothing tells its direction.
      direction: form.text('direction') || (this.isDraft ? null : this.values.direction),
      ...numbers,
      weight: Number(form.text('weight')) || 1,
      source: form.text('source'),
      phases: this.values.phases.map(({ day, value }) => ({ day, value: exactNumber(value) })),
    };
  }

  /** A hint of a key result that is there is accepted at once; of a new one with its first save. */
  async acceptNow(rule) {
    if (this.id) {
      const { version } = await call('PUT', `key-results/${this.id}/accepted-hints/${encodeURIComponent(rule)}`);
      this.form.version = version;
    }
  }

  async acceptLater() {
    if (!this.isNew) {
      return;
    }
    for (const rule of this.help.accepted) {
      await this.acceptNow(rule);
    }
  }
}
