import { call } from './api.js';
import { OwnerPicker } from './owner-picker.js';

const ALONE = 'alone';

export const NEW_OBJECTIVE = { title: '', why: '', parent: '', contribution: '', standaloneReason: '' };

/** What a card of an objective says, as the form takes it. */
export function objectiveValues(card) {
  const objective = JSON.parse(card.dataset.objective);
  let parent = objective.standaloneReason === null ? '' : ALONE;
  if (objective.parentKeyResultId) {
    parent = `keyResult:${objective.parentKeyResultId}`;
  } else if (objective.parentObjectiveId) {
    parent = `objective:${objective.parentObjectiveId}`;
  }
  return { ...objective, parent };
}

/** The form in which an objective is written, with what it serves or why it stands alone: one or the other. */
export class ObjectiveForm {
  /**
   * @param {import('./forms.js').Form} form
   * @param {object} values what it says now
   * @param {{projectKey: string, scope: string|undefined, kind: string, parents: DocumentFragment}} place whose it is
   */
  constructor(form, values, place) {
    this.form = form;
    this.values = values;
    this.place = place;
    form.version = values.version;
    form.input('parent').append(...choices(place));
    form.fill(values);
    new OwnerPicker(form.element.querySelector('[data-people]'), place.projectKey).set(values.owner);
    form.initial = form.snapshot();
    form.input('parent').addEventListener('change', () => this.arrange());
    this.arrange();
    if (!values.id) {
      this.offerCycles();
    }
  }

  arrange() {
    const { form, place } = this;
    const parent = form.text('parent');
    form.field('parent').hidden = place.kind === 'company';
    form.field('contribution').hidden = parent === '' || parent === ALONE;
    form.field('standaloneReason').hidden = parent !== ALONE;
  }

  /** A new objective may belong to any cycle that runs or is planned; where they cannot be read it is the one of today. */
  async offerCycles() {
    const cycles = await readCycles();
    if (cycles.length < 2 || !this.form.element.isConnected) {
      return;
    }
    this.form.input('cycleId').append(...cycles.map(({ id, name }) => new Option(name, id)));
    this.form.field('cycleId').hidden = false;
  }

  send() {
    const { form, values, place } = this;
    const [kind, parent] = form.text('parent').split(':');
    const body = {
      title: form.text('title'),
      why: form.text('why') || null,
      owner: form.text('owner') || null,
      parentObjectiveId: kind === 'objective' ? parent : null,
      parentKeyResultId: kind === 'keyResult' ? parent : null,
      contribution: (parent && form.text('contribution')) || null,
      standaloneReason: (kind === ALONE && form.text('standaloneReason')) || null,
      cycleId: form.text('cycleId') || null,
    };
    if (values.id) {
      return call('PUT', `objectives/${values.id}`, body, { version: form.version });
    }
    return call('POST', place.scope ? `scopes/${place.scope}/objectives` : 'company/objectives', body, { key: form.key });
  }
}

/** The cycles that something new can belong to; none when they cannot be read. */
export async function readCycles() {
  try {
    const { items } = await call('GET', 'cycles');
    return items.filter(({ state }) => state === 'active' || state === 'planned');
  } catch {
    return [];
  }
}

/** What an objective of that scope can serve: only what stands higher. */
function choices({ kind, parents }) {
  const copies = [...parents.cloneNode(true).children];
  return copies.filter((group) => kind === 'team' || group.dataset.kind === 'company');
}
