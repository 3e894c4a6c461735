import { call, exactNumber, fetchFragment } from './api.js';
import { Form } from './forms.js';
import { RELOAD, announce, failed, focusPart, saved, showNotice, working } from './page.js';
import { showNames } from './people.js';
import { keyResultStep } from './steps.js';

const STEP_FIELDS = ['from', 'reason', 'redirect', 'outcome'];
const TARGET_FIELDS = ['from', 'to', 'low', 'high'];
const GUARDRAIL_FIELDS = { keepAtLeast: ['low'], keepAtMost: ['high'], keepBetween: ['low', 'high'] };
const FIRST_CONFIDENCE = 5;

/** What the forms of a key result are filled with. */
export const keyResultValues = (card) => JSON.parse(card.dataset.keyResult);

/**
 * The forms that open in the place of what they change, one at a time, and the steps in the life of a key result. A page says how it is drawn again (`refresh`) and where
 * its present inside can be fetched (`fragmentPath`).
 */
export class InlineForms {
  /** @param {HTMLElement} root what is drawn again after a change */
  constructor(root) {
    this.root = root;
    this.form = null;
    this.opener = null;
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
      focusPart(this.root, ...parts);
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
    focusPart(this.root, ...parts);
  }

  /** Fetches what somebody else has written and shows it in the form, which keeps what was typed. */
  async rebase(form, plan) {
    try {
      const fragment = await fetchFragment(this.fragmentPath);
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
