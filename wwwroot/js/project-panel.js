import { call, fetchFragment } from './api.js';
import { keepSized } from './bridge.js';
import { FirstRun } from './first-run.js';
import { InlineForms, keyResultValues } from './inline-forms.js';
import { KeyResultForm, NEW_KEY_RESULT, kindOf } from './key-result-form.js';
import { LinkedIssues } from './linked-issues.js';
import { keepMenus } from './menus.js';
import { NEW_OBJECTIVE, ObjectiveForm, objectiveValues } from './objective-form.js';
import { RELOAD, permissionNotice, saved, showNotice } from './page.js';
import { showNames } from './people.js';
import { init as startScopeSettings } from './scope-settings.js';
import { OBJECTIVE_STEPS } from './steps.js';
import { Tabs } from './tabs.js';

class ProjectPanel extends InlineForms {
  constructor(panel) {
    super(panel);
    this.panel = panel;
    this.path = `projects/${panel.dataset.projectId}`;
    this.rights = { team: false, company: false };
    this.tabs = new Tabs(panel);
    keepMenus(panel);
    new LinkedIssues(panel, this.path);
    panel.addEventListener('click', (event) => this.onClick(event));
  }

  get fragmentPath() {
    return `${this.path}/panel`;
  }

  get projectKey() {
    return this.panel.dataset.projectKey;
  }

  get me() {
    return this.panel.dataset.me;
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
    this.startFirstRun();
    this.startSettings();
  }

  startSettings() {
    if (this.asked) {
      startScopeSettings(this.panel, { projectKey: this.projectKey, done: () => this.refresh().catch(() => showNotice(RELOAD)) });
    }
  }

  startFirstRun() {
    const form = this.panel.querySelector('#first-run');
    if (form && this.rights.team) {
      this.firstRun = new FirstRun(form, { projectId: this.panel.dataset.projectId, projectKey: this.projectKey, me: this.me, done: () => this.begin() });
    }
  }

  /** The team is there: the next thing to write is its first key result. */
  async begin() {
    saved('Your team has its first objective');
    await this.refresh();
    this.panel.querySelector('[data-add-key-result]')?.click();
  }

  async refresh() {
    const fragment = await fetchFragment(`${this.path}/panel`);
    const open = [...this.panel.querySelectorAll('details[open][data-keep-open]')].map((details) => details.dataset.keepOpen);
    this.panel.replaceChildren(...fragment.children);
    for (const name of open) {
      this.panel.querySelector(`[data-keep-open="${CSS.escape(name)}"]`)?.setAttribute('open', '');
    }
    this.tabs.restore();
    this.applyRights();
    this.startSettings();
    showNames(this.panel);
  }

  /** What this person may do is hidden or shown here for their sake; the server decides by itself. */
  applyRights() {
    for (const control of this.panel.querySelectorAll('[data-needs]')) {
      control.hidden = !this.may(control, control.dataset.needs);
    }
    for (const text of this.panel.querySelectorAll('[data-needs-not]')) {
      text.hidden = !this.asked || this.may(text, text.dataset.needsNot);
    }
  }

  /** Owners write what is theirs, whatever they administer. */
  may(element, right) {
    return this.rights[right] || (this.asked && Boolean(element.closest(`[data-owner="${CSS.escape(this.me)}"]`)));
  }

  onClick(event) {
    const button = event.target.closest('button');
    if (!button || button.closest('form') || button.getAttribute('role') === 'tab' || this.isHeldByForm()) {
      return;
    }
    const scope = button.closest('[data-scope-kind]');
    const objective = button.closest('[data-objective]');
    const keyResult = button.closest('[data-key-result]');
    const { dataset } = button;
    if ('addObjective' in dataset) {
      this.openObjective(button, scope, null);
    } else if ('editObjective' in dataset) {
      this.openObjective(button, scope, objective);
    } else if ('addKeyResult' in dataset) {
      this.openKeyResult(button, scope, objective, null);
    } else if ('editKeyResult' in dataset) {
      this.openKeyResult(button, scope, objective, keyResult);
    } else if ('checkIn' in dataset) {
      this.openCheckIn(button, keyResult);
    } else if ('retarget' in dataset) {
      this.openRetarget(button, keyResult);
    } else if ('moveKeyResult' in dataset) {
      this.moveKeyResult(button, keyResult);
    } else if ('discardKeyResult' in dataset) {
      this.openDiscard(button, keyResult, 'entity', keyResultValues(keyResult), 'key-results');
    } else if ('moveObjective' in dataset) {
      this.moveObjective(button, objective);
    } else if ('discardObjective' in dataset) {
      this.openDiscard(button, objective, 'objective', JSON.parse(objective.dataset.objective), 'objectives');
    }
  }

  openObjective(button, scope, card) {
    const values = card ? objectiveValues(card) : { ...NEW_OBJECTIVE, owner: this.me };
    const slot = card ? card.querySelector(':scope > [data-form-slot="objective"]') : scope.querySelector(':scope > [data-form-slot="scope"]');
    let written = null;
    const form = this.open('objective-form', slot, button, {
      entity: values.id,
      valuesOf: objectiveValues,
      send: () => written.send(),
      done: ({ id }) => [values.id ? 'Objective saved' : 'Objective added', `add-key-result-${id}`],
    });
    written = new ObjectiveForm(form, values, {
      projectKey: this.projectKey,
      scope: scope.dataset.scope,
      kind: scope.dataset.scopeKind,
      parents: this.panel.querySelector('#parents').content,
    });
    form.focus();
  }

  openKeyResult(button, scope, objective, card) {
    const values = card ? keyResultValues(card) : { ...NEW_KEY_RESULT, owner: this.me };
    const slot = card ? card.querySelector('[data-form-slot="entity"]') : objective.querySelector(':scope > [data-form-slot="key-result"]');
    let written = null;
    const form = this.open('key-result-form', slot, button, {
      entity: values.id,
      valuesOf: (theirs) => {
        const read = keyResultValues(theirs);
        return { ...read, direction: kindOf(read) };
      },
      send: (pressed) => written.send(pressed),
      done: ({ id, state }) => [state === 'active' && values.state === 'draft' ? 'Key result activated' : 'Key result saved', `check-in-${id}`, `key-result-${id}`],
    });
    written = new KeyResultForm(form, values, { projectKey: this.projectKey, scope: scope.dataset.scope, objective: objective.dataset.entity });
    form.focus();
  }

  moveObjective(button, card) {
    const values = JSON.parse(card.dataset.objective);
    this.move(button, card, 'objective', values, OBJECTIVE_STEPS[button.dataset.moveObjective], `objectives/${values.id}/transitions`, [`objective-${values.id}`]);
  }
}

keepSized();
const element = document.getElementById('panel');
if (element) {
  new ProjectPanel(element).start();
}
