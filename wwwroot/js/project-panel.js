import { call, fetchFragment } from './api.js';
import { keepSized } from './bridge.js';
import { warnOfEnd } from './final-state.js';
import { Form } from './forms.js';
import { LinkedIssues } from './linked-issues.js';
import { OwnerPicker } from './owner-picker.js';
import { RELOAD, focusPart, permissionNotice, saved, showNotice } from './page.js';
import { showNames } from './people.js';

const STATES = { draft: 'Draft', active: 'Active', achieved: 'Achieved', missed: 'Missed', killed: 'Killed' };

class ProjectPanel {
  constructor(panel) {
    this.panel = panel;
    this.path = `projects/${panel.dataset.projectId}`;
    this.rights = { team: false, company: false };
    this.form = null;
    panel.addEventListener('click', (event) => this.onClick(event));
    new LinkedIssues(panel, this.path);
  }

  async start() {
    showNames(this.panel);
    try {
      const { canAdminister, canAdministerCompany } = await call('GET', `${this.path}/permissions`);
      this.rights = { team: canAdminister, company: canAdministerCompany };
      this.asked = true;
    } catch (error) {
      showNotice(permissionNotice(error));
    }
    this.applyRights();
  }

  async refresh() {
    const fragment = await fetchFragment(`${this.path}/panel`);
    const open = [...this.panel.querySelectorAll('details[open]')].map((details) => details.closest('[data-entity]').dataset.entity);
    this.panel.replaceChildren(...fragment.children);
    for (const entity of open) {
      this.panel.querySelector(`[data-entity="${CSS.escape(entity)}"] > details`)?.setAttribute('open', '');
    }
    this.applyRights();
    showNames(this.panel);
  }

  applyRights() {
    for (const control of this.panel.querySelectorAll('[data-needs]')) {
      control.hidden = !this.rights[control.dataset.needs];
    }
    for (const text of this.panel.querySelectorAll('[data-needs-not]')) {
      text.hidden = !this.asked || this.rights[text.dataset.needsNot];
    }
    const company = this.panel.querySelector('[data-company]');
    company.hidden = company.dataset.company === 'none' && !this.rights.company;
  }

  onClick(event) {
    const button = event.target.closest('button');
    if (!button || button.closest('form') || this.isHeldByForm()) {
      return;
    }
    const objective = button.closest('[data-objective]');
    const keyResult = button.closest('[data-key-result]');
    if (button.dataset.addObjective) {
      this.openObjective(button, button.dataset.addObjective, null);
    } else if ('editObjective' in button.dataset) {
      this.openObjective(button, button.dataset.needs, objective);
    } else if ('addKeyResult' in button.dataset) {
      this.openKeyResult(button, objective, null);
    } else if ('editKeyResult' in button.dataset) {
      this.openKeyResult(button, objective, keyResult);
    } else if ('recordValue' in button.dataset) {
      this.openValue(button, keyResult);
    }
  }

  /** One form at a time: a second one would be lost when the first is saved and the panel is drawn again. */
  isHeldByForm() {
    if (this.form?.isDirty) {
      this.form.focus();
      this.form.hold();
      return true;
    }
    this.close();
    return false;
  }

  open(template, slot, button, plan) {
    // One main button at a time: the one that opened the form comes back when it is closed.
    this.opener = button;
    button.hidden = true;
    this.form = new Form(template, slot, {
      submit: (form) => this.submit(form, plan),
      cancel: () => {
        this.close();
        button.focus();
      },
      rebase: (form) => this.rebase(form, plan),
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

  openObjective(button, scope, card) {
    const values = card ? objectiveValues(card) : { title: '', parent: '', contribution: '' };
    const slot = card ? card.querySelector(':scope > [data-form-slot="objective"]') : this.panel.querySelector(`[data-form-slot="${scope}"]`);
    const form = this.open('objective-form', slot, button, {
      entity: values.id,
      valuesOf: objectiveValues,
      send: () => this.sendObjective(form, scope, values.id),
      done: (objective) => [values.id ? 'Objective saved' : 'Objective added', `add-key-result-${objective.id}`],
    });
    const parents = this.panel.querySelector('#parents').content;
    for (const field of form.element.querySelectorAll('[data-team-only]')) {
      // A company objective is the top, and before there is one a team objective has nothing to serve.
      field.hidden = scope === 'company' || parents.childElementCount === 0;
    }
    form.input('parent').append(parents.cloneNode(true));
    form.version = values.version;
    form.fill(values);
    form.focus();
  }

  sendObjective(form, scope, id) {
    const [kind, parent] = form.text('parent').split(':');
    const body = {
      title: form.text('title'),
      parentObjectiveId: kind === 'objective' ? parent : null,
      parentKeyResultId: kind === 'keyResult' ? parent : null,
      contribution: form.text('contribution') || null,
      version: form.version,
      teamName: this.panel.dataset.projectKey,
    };
    if (id) {
      return call('PUT', `objectives/${id}`, body);
    }
    return call('POST', scope === 'company' ? 'company/objectives' : `${this.path}/objectives`, body);
  }

  openKeyResult(button, objective, card) {
    const values = card
      ? keyResultValues(card)
      : { title: '', from: '', to: '', unit: '', per: 'none', owner: this.panel.dataset.me, state: 'active', states: ['draft', 'active'] };
    const slot = card ? card.querySelector('[data-form-slot="entity"]') : objective.querySelector(':scope > [data-form-slot="key-result"]');
    const form = this.open('key-result-form', slot, button, {
      entity: values.id,
      valuesOf: keyResultValues,
      send: () => this.sendKeyResult(form, objective.dataset.entity, values.id),
      done: (keyResult) => [values.id ? 'Key result saved' : 'Key result added', `key-result-${keyResult.id}`],
    });
    for (const state of values.states) {
      form.input('state').append(new Option(STATES[state], state));
    }
    form.version = values.version;
    const owner = new OwnerPicker(form.element.querySelector('[data-people]'), this.panel.dataset.projectKey);
    form.fill(values);
    owner.set(values.owner);
    warnOfEnd(form, card?.querySelector('.key').textContent);
    form.focus();
  }

  sendKeyResult(form, objective, id) {
    const body = {
      title: form.text('title'),
      from: form.number('from'),
      to: form.number('to'),
      unit: form.text('unit'),
      per: form.text('per'),
      owner: form.text('owner'),
      state: form.text('state'),
      version: form.version,
    };
    return id ? call('PUT', `key-results/${id}`, body) : call('POST', `objectives/${objective}/key-results`, body);
  }

  openValue(button, card) {
    const { id } = keyResultValues(card);
    const form = this.open('value-form', card.querySelector('[data-form-slot="entity"]'), button, {
      entity: id,
      send: () => call('POST', `key-results/${id}/values`, { value: form.number('value'), note: form.text('note') || null }),
      done: () => ['Value recorded', `value-${id}`],
    });
    form.fill({ value: '', note: '' });
    form.focus();
  }

  async submit(form, plan) {
    const stored = await plan.send();
    const [text, part] = plan.done(stored);
    this.close();
    saved(text);
    await this.refresh().catch(() => showNotice(RELOAD));
    focusPart(this.panel, part);
  }

  /** Fetches what somebody else has written and shows it in the form, which keeps what was typed. */
  async rebase(form, plan) {
    try {
      const fragment = await fetchFragment(`${this.path}/panel`);
      const theirs = plan.valuesOf(fragment.querySelector(`[data-entity="${CSS.escape(plan.entity)}"]`));
      form.rebase(theirs, theirs.version);
      showNames(form.element);
    } catch (error) {
      form.showError(error);
    }
  }
}

function objectiveValues(card) {
  const objective = JSON.parse(card.dataset.objective);
  const parent = objective.parentKeyResultId
    ? `keyResult:${objective.parentKeyResultId}`
    : objective.parentObjectiveId && `objective:${objective.parentObjectiveId}`;
  return { ...objective, parent: parent ?? '', contribution: objective.contribution ?? '' };
}

const keyResultValues = (card) => JSON.parse(card.dataset.keyResult);

keepSized();
const element = document.getElementById('panel');
if (element) {
  new ProjectPanel(element).start();
}
