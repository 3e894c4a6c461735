import { call } from './api.js';
import { readJira } from './bridge.js';
import { Form } from './forms.js';
import { readCycles } from './objective-form.js';
import { OwnerPicker } from './owner-picker.js';

/** The first page of a project: team, cycle and objective with one button. */
export class FirstRun {
  /**
   * @param {HTMLFormElement} element
   * @param {{projectId: string, projectKey: string, me: string, done: (made: object) => Promise<void>}} place
   */
  constructor(element, place) {
    this.place = place;
    this.form = new Form(element, null, { submit: (form) => this.submit(form) });
    new OwnerPicker(element.querySelector('[data-people]'), place.projectKey).set(place.me);
    this.nameTeam();
    this.offerCycles();
  }

  /** The project's name is a better name for its team than the key; who has typed one keeps it. */
  async nameTeam() {
    const input = this.form.input('name');
    input.value ||= this.place.projectKey;
    const before = input.value;
    const project = await readJira(`/rest/api/3/project/${encodeURIComponent(this.place.projectKey)}`);
    if (project?.name && input.value === before) {
      input.value = project.name.slice(0, input.maxLength);
    }
  }

  async offerCycles() {
    const cycles = await readCycles();
    const select = this.form.input('cycleId');
    select.append(...cycles.map(({ id, name }) => new Option(name, id)));
    const running = cycles.find(({ state, kind }) => state === 'active' && kind === 'quarter') ?? cycles.find(({ state }) => state === 'active');
    if (running) {
      select.value = running.id;
    }
  }

  async submit(form) {
    const made = await call(
      'POST',
      `projects/${this.place.projectId}/first-run`,
      {
        name: form.text('name'),
        timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
        mappingOwner: form.text('mappingOwner') || null,
        cycleId: form.text('cycleId') || null,
        objectiveTitle: form.text('objectiveTitle'),
      },
      { key: form.key },
    );
    await this.place.done(made);
  }
}
