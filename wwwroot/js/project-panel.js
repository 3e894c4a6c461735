import { call, exactNumber, fetchFragment } from './api.js';
import { keepSized } from './bridge.js';
import { FirstRun } from './first-run.js';
import { Form } from './forms.js';
import { KeyResultForm, NEW_KEY_RESULT, kindOf } from './key-result-form.js';
import { LinkedIssues } from './linked-issues.js';
import { keepMenus } from './menus.js';
import { NEW_OBJECTIVE, ObjectiveForm, objectiveValues } from './objective-form.js';
import { RELOAD, announce, failed, focusPart, permissionNotice, saved, showNotice, working } from './page.js';
import { showNames } from './people.js';
import { OBJECTIVE_STEPS, keyResultStep } from './steps.js';
import { Tabs } from './tabs.js';

const STEP_FIELDS = ['from', 'reason', 'redirect', 'outcome'];
const TARGET_FIELDS = ['from', 'to', 'low', 'high'];
const GUARDRAIL_FIELDS = { keepAtLeast: ['low'], keepAtMost: ['high'], keepBetween: ['low', 'high'] };
const FIRST_CONFIDENCE = 5;

const keyResultValues = (card) => JSON.parse(card.dataset.keyResult);

class ProjectPanel {
  constructor(panel) {
    this.panel = panel;
    this.path = `projects/${panel.dataset.projectId}`;
    this.rights = { team: false, company: false };
    this.form = null;
    this.tabs = new Tabs(panel);
    keepMenus(panel);
    panel.addEventListener('click', (event) => this.onClick(event));
    new LinkedIssues(panel, this.path);
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
    const menu = button.closest('[data-menu]');
    menu?.removeAttribute('open');
    // One main button at a time: the one that opened the form comes back when it is closed.
    this.opener = menu ? null : button;
    const back = menu?.querySelector('summary') ?? button;
    if (this.opener) {
      this.opener.hidden = true;
    }
    this.form = new Form(template, slot, {
      submit: (form, pressed) => this.submit(form, plan, pressed),
      cancel: () => {
        this.close();
        back.focus();
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

  openCheckIn(button, card) {
    const { id, current, confidence } = keyResultValues(card);
    const form = this.open('check-in-form', card.querySelector('[data-form-slot="entity"]'), button, {
      send: () => call(
        'POST',
        `key-results/${id}/check-ins`,
        { value: form.number('value'), confidence: Number(form.text('confidence')), note: form.text('note') || null },
        { key: form.key },
      ),
      done: () => ['Checked in', `check-in-${id}`],
    });
    form.fill({ value: '', confidence: confidence ?? FIRST_CONFIDENCE, note: '' });
    form.input('value').placeholder = current ?? '';
    const say = () => {
      form.element.querySelector('[data-confidence]').textContent = confidenceWords(Number(form.text('confidence')));
    };
    form.input('confidence').addEventListener('input', say);
    say();
    form.focus();
  }

  openRetarget(button, card) {
    const values = keyResultValues(card);
    const fields = GUARDRAIL_FIELDS[values.direction] ?? (values.state === 'baselining' ? ['to'] : ['from', 'to']);
    const form = this.open('retarget-form', card.querySelector('[data-form-slot="entity"]'), button, {
      entity: values.id,
      valuesOf: keyResultValues,
      send: () => call(
        'POST',
        `key-results/${values.id}/retarget`,
        {
          ...Object.fromEntries(TARGET_FIELDS.map((name) => [name, fields.includes(name) ? form.number(name) : null])),
          dueOn: form.text('dueOn') || null,
          phases: values.phases.map(({ day, value }) => ({ day, value: exactNumber(value) })),
          reason: form.text('reason') || null,
        },
        { version: form.version, key: form.key },
      ),
      done: () => ['Key result retargeted', `check-in-${values.id}`],
    });
    form.version = values.version;
    form.choose(TARGET_FIELDS, fields);
    form.fill({ ...values, reason: '' });
    form.focus();
  }

  moveKeyResult(button, card) {
    const values = keyResultValues(card);
    const step = keyResultStep(button.dataset.moveKeyResult, values.state);
    this.move(button, card, 'entity', values, step, `key-results/${values.id}/transitions`, [`check-in-${values.id}`, `key-result-${values.id}`]);
  }

  moveObjective(button, card) {
    const values = JSON.parse(card.dataset.objective);
    this.move(button, card, 'objective', values, OBJECTIVE_STEPS[button.dataset.moveObjective], `objectives/${values.id}/transitions`, [`objective-${values.id}`]);
  }

  /** A step that ends or starts something says so first and is confirmed; the others are taken at once. */
  move(button, card, slot, values, step, path, parts) {
    if (!step.text) {
      this.moveNow(button, path, { to: step.to }, values.version, step.done, parts);
      return;
    }
    const form = this.open('step-form', card.querySelector(`:scope > [data-form-slot="${slot}"]`), button, {
      entity: values.id,
      valuesOf: (theirs) => JSON.parse(theirs.dataset.keyResult ?? theirs.dataset.objective),
      send: () => call(
        'POST',
        path,
        {
          to: step.to,
          ...Object.fromEntries(step.fields.map((name) => [name, name === 'from' ? form.number('from') : form.text(name) || null])),
        },
        { version: form.version, key: form.key },
      ),
      done: () => [step.done, ...parts],
    });
    form.version = values.version;
    form.choose(STEP_FIELDS, step.fields);
    form.element.querySelector('[data-step-text]').textContent = step.text(values.key);
    form.element.querySelector('[type="submit"]').textContent = step.button;
    form.fill({ from: '', reason: '', redirect: '', outcome: 'done' });
    (step.fields.length > 0 ? form : form.element.querySelector('[type="submit"]')).focus();
    announce(step.text(values.key));
  }

  async moveNow(button, path, body, version, text, parts) {
    const done = working(button);
    try {
      await call('POST', path, body, { version });
      saved(text);
      await this.refresh().catch(() => showNotice(RELOAD));
      focusPart(this.panel, ...parts);
    } catch (error) {
      failed(error);
    } finally {
      done();
    }
  }

  openDiscard(button, card, slot, values, path) {
    const form = this.open('step-form', card.querySelector(`:scope > [data-form-slot="${slot}"]`), button, {
      entity: values.id,
      valuesOf: (theirs) => JSON.parse(theirs.dataset.keyResult ?? theirs.dataset.objective),
      send: () => call('DELETE', `${path}/${values.id}`, undefined, { version: form.version }),
      done: () => ['Draft discarded'],
    });
    form.version = values.version;
    form.choose(STEP_FIELDS, []);
    form.element.querySelector('[data-step-text]').textContent = `This deletes the draft ${values.key}. It cannot be brought back.`;
    form.element.querySelector('[type="submit"]').textContent = 'Discard draft';
    form.fill({});
    form.element.querySelector('[type="submit"]').focus();
  }

  async submit(form, plan, pressed) {
    if (pressed.getAttribute('aria-disabled') === 'true') {
      form.element.querySelector('[data-blocked]').focus();
      return;
    }
    const stored = await plan.send(pressed);
    const [text, ...parts] = plan.done(stored);
    this.close();
    saved(text);
    await this.refresh().catch(() => showNotice(RELOAD));
    focusPart(this.panel, ...parts);
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

/** The words of a confidence; the bounds are those of the server. */
function confidenceWords(confidence) {
  let level = 'low';
  if (confidence >= 7) {
    level = 'high';
  } else if (confidence >= 4) {
    level = 'medium';
  }
  return `${confidence} of 10, ${level}`;
}

keepSized();
const element = document.getElementById('panel');
if (element) {
  new ProjectPanel(element).start();
}
