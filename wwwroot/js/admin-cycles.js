import { call, fetchFragment } from './api.js';
import { showNames } from './people.js';

const QUESTIONS = {
  active: 'Objectives of this cycle can then be activated. Its days stay as they are as soon as one is.',
  closing: 'Key results of this cycle then only take values, check-ins and their end; nothing new begins.',
  closed: 'A snapshot keeps how everything ended, and nothing in this cycle changes any more.',
  reopen: 'The cycle goes back to closing. The snapshot stays; closing again takes another one.',
};

const DONE = { active: 'Cycle activated', closing: 'Closing started', closed: 'Cycle closed', reopen: 'Cycle reopened' };

/** The cycles of the administrators' page. */
export class AdminCycles {
  constructor(page) {
    this.page = page;
    page.panel.addEventListener('toggle', (event) => this.onToggle(event), true);
  }

  onClick(button, card) {
    if ('addCycle' in button.dataset) {
      this.open(button, null);
    } else if ('editCycle' in button.dataset) {
      this.open(button, card);
    } else if (button.dataset.move) {
      this.confirm(button, card);
    } else if ('carry' in button.dataset) {
      this.carry(button, card);
    }
  }

  open(button, card) {
    const cycle = card ? JSON.parse(card.dataset.cycle) : { name: '', kind: 'quarter', start: '', end: '' };
    const slot = card ? card.querySelector('[data-form-slot="entity"]') : this.page.panel.querySelector('[data-form-slot="cycle"]');
    const form = this.page.open('cycle-form', slot, button, {
      send: async () => {
        const body = { name: form.text('name'), kind: form.text('kind'), start: form.text('start') || null, end: form.text('end') || null };
        const stored = cycle.id ? await call('PUT', `cycles/${cycle.id}`, body, { version: form.version }) : await call('POST', 'cycles', body, { key: form.key });
        return ['Cycle saved', `cycle-${stored.id}`];
      },
      rebase: async () => {
        const theirs = await call('GET', `cycles/${cycle.id}`);
        form.rebase(theirs, theirs.version);
      },
    });
    form.version = cycle.version;
    form.fill(cycle);
    form.focus();
  }

  confirm(button, card) {
    const { id, name } = JSON.parse(card.dataset.cycle);
    const { move, words } = button.dataset;
    const form = this.page.open('confirm-form', card.querySelector('[data-form-slot="entity"]'), button, {
      send: async () => {
        await call('POST', `cycles/${id}/transitions`, { to: move });
        return [DONE[move], `cycle-${id}`];
      },
    });
    form.element.querySelector('[data-confirm]').textContent = QUESTIONS[move];
    const yes = form.element.querySelector('[type="submit"]');
    yes.textContent = `${words} ${name}`;
    form.fill({});
    yes.focus();
  }

  carry(button, card) {
    const from = JSON.parse(card.dataset.cycle);
    const form = this.page.open('carry-form', card.querySelector('[data-form-slot="entity"]'), button, {
      send: async () => {
        const { objectives, keyResults } = await call('POST', `cycles/${from.id}/carry-forward`, { targetCycleId: form.text('targetCycleId') || null });
        return [`Carried ${objectives.length} objectives and ${keyResults} key results forward`, `cycle-${from.id}`];
      },
    });
    const later = [...this.page.panel.querySelectorAll('[data-cycle]')]
      .map(({ dataset }) => JSON.parse(dataset.cycle))
      .filter(({ state, start }) => (state === 'planned' || state === 'active') && start > from.start);
    form.input('targetCycleId').append(...later.map(({ id, name }) => new Option(name, id)));
    form.fill({});
    form.focus();
  }

  async onToggle(event) {
    const details = event.target;
    if (!details.open || !details.dataset?.snapshots) {
      return;
    }
    const list = details.querySelector('[data-snapshots-list]');
    list.textContent = 'Loading…';
    try {
      list.replaceChildren(...(await fetchFragment(`admin/cycles/${details.dataset.snapshots}/snapshots`)).children);
      showNames(list);
    } catch (error) {
      list.textContent = error.message;
    }
  }
}
