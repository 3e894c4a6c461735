import { call } from './api.js';
import { readJira } from './bridge.js';
import { Form } from './forms.js';
import { failed } from './page.js';

/** Which project belongs to which team. Names come from Jira in the browser and are stored nowhere. */
export class AdminProjects {
  constructor(page) {
    this.page = page;
  }

  async draw() {
    const element = this.page.panel.querySelector('#map-form');
    if (!element) {
      return;
    }
    const form = new Form(element, null, {
      submit: async () => {
        const project = form.text('projectId');
        if (!project) {
          throw Object.assign(new Error('Choose a project.'), { fields: [{ field: 'projectId', message: 'Choose a project.' }] });
        }
        await call('PUT', `scopes/${form.text('scopeId')}/projects/${project}`);
        await this.page.saved('Project mapped');
      },
    });
    form.fill({});
    const projects = await this.names();
    form.input('projectId').append(...[...projects].map(([id, name]) => new Option(name, id)));
    for (const place of this.page.panel.querySelectorAll('[data-project-id]')) {
      place.textContent = projects.get(place.dataset.projectId) ?? place.textContent;
    }
  }

  /** All projects that this person sees, read once. */
  async names() {
    if (!this.known) {
      this.known = new Map();
      for (let start = 0, last = false; !last; start += 50) {
        const page = await readJira(`/rest/api/3/project/search?startAt=${start}&maxResults=50&orderBy=name`);
        for (const { id, key, name } of page?.values ?? []) {
          this.known.set(String(id), `${name} (${key})`);
        }
        last = !page?.values?.length || page.isLast !== false;
      }
    }
    return this.known;
  }

  async onClick(button) {
    if (!button.dataset.unmap) {
      return;
    }
    try {
      await call('DELETE', `scopes/${button.dataset.unmap}/projects/${button.dataset.project}`);
      await this.page.saved('Project removed');
    } catch (error) {
      failed(error);
    }
  }
}
