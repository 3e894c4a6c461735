import { AuditTable } from './admin-audit.js';
import { AdminCycles } from './admin-cycles.js';
import { AdminProjects } from './admin-projects.js';
import { call, fetchFragment } from './api.js';
import { keepSized } from './bridge.js';
import { Form } from './forms.js';
import { init as startImport } from './import-panel.js';
import { RELOAD, focusPart, saved, showNotice } from './page.js';
import { showNames } from './people.js';
import { bodyOf, fillScope, rebaseScope } from './scope-settings.js';
import { Tabs } from './tabs.js';

const NEW_SCOPE = {
  kind: 'team', name: '', parentId: null, owner: null, mappingOwner: null, deputy: null, deputyUntil: null, rhythm: 'weekly', meetingDay: 'monday', dueTime: '17:00',
  timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone, holidays: [],
};

/** The administrators' page: one form at a time, and everything drawn again after a change. */
class AdminPage {
  constructor(panel) {
    this.panel = panel;
    this.form = null;
    this.tabs = new Tabs(panel);
    this.cycles = new AdminCycles(this);
    this.projects = new AdminProjects(this);
    panel.addEventListener('click', (event) => this.onClick(event));
    startImport(this.importPanel, () => this.refresh());
    this.draw();
  }

  get importPanel() {
    return this.panel.querySelector('#import-panel');
  }

  draw() {
    this.tabs.restore();
    this.projects.draw();
    this.audit = new AuditTable(this.panel);
    showNames(this.panel);
  }

  async refresh() {
    const fragment = await fetchFragment('admin/panel');
    // An import shows what came of it; that stays where it is.
    fragment.querySelector('#import-panel').replaceWith(this.importPanel);
    this.panel.replaceChildren(...fragment.children);
    this.draw();
  }

  onClick(event) {
    const button = event.target.closest('button');
    if (!button || button.closest('form') || button.getAttribute('role') === 'tab' || this.isHeldByForm()) {
      return;
    }
    const entity = button.closest('[data-entity]');
    if ('addScope' in button.dataset) {
      this.openScope(button, null);
    } else if ('editScope' in button.dataset) {
      this.openScope(button, entity);
    } else {
      this.cycles.onClick(button, entity);
      this.projects.onClick(button);
    }
  }

  /** One form at a time: a second one would be lost when the first is saved and the page is drawn again. */
  isHeldByForm() {
    if (this.form?.isDirty) {
      this.form.focus();
      this.form.hold();
      return true;
    }
    this.close();
    return false;
  }

  /** Opens a copy of a template in a slot; `send` saves it and says what to tell. */
  open(template, slot, button, { send, rebase }) {
    this.opener = button;
    button.hidden = true;
    this.form = new Form(template, slot, {
      submit: async (form) => {
        const [text, part] = await send(form);
        this.close();
        await this.saved(text, part);
      },
      cancel: () => {
        this.close();
        button.focus();
      },
      rebase,
    });
    return this.form;
  }

  close() {
    this.form?.element.remove();
    this.form = null;
    if (this.opener) {
      this.opener.hidden = false;
      this.opener = null;
    }
  }

  async saved(text, part) {
    saved(text);
    await this.refresh().catch(() => showNotice(RELOAD));
    focusPart(this.panel, part ?? '');
  }

  openScope(button, node) {
    const scope = node ? JSON.parse(node.dataset.scope) : NEW_SCOPE;
    const slot = node ? node.querySelector('[data-form-slot="entity"]') : this.panel.querySelector('[data-form-slot="scope"]');
    const form = this.open('scope-form', slot, button, {
      send: async () => {
        const stored = scope.id
          ? await call('PUT', `scopes/${scope.id}`, bodyOf(form, scope), { version: form.version })
          : await call('POST', 'scopes', bodyOf(form, scope), { key: form.key });
        return ['Scope saved', `scope-${stored.id}`];
      },
      rebase: () => rebaseScope(form, scope.id),
    });
    // A scope keeps its kind.
    form.field('kind').hidden = Boolean(scope.id);
    const parents = this.panel.querySelector('#scope-parents').content;
    form.input('parentId').append(parents.cloneNode(true));
    form.input('parentId').querySelector(`option[value="${CSS.escape(scope.id ?? 'none')}"]`)?.remove();
    fillScope(form, scope, '');
    form.focus();
  }
}

keepSized();
const element = document.getElementById('panel');
if (element) {
  new AdminPage(element);
}
