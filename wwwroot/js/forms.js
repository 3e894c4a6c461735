import { exactNumber } from './api.js';

let forms = 0;

/** One inline form: a copy of a template, filled, with its errors at its fields. */
export class Form {
  /**
   * @param {string} template the id of the template
   * @param {HTMLElement} slot where the form stands
   * @param {{submit: (form: Form) => Promise<void>, cancel: (form: Form) => void, rebase: (form: Form) => Promise<void>}} owner
   */
  constructor(template, slot, owner) {
    this.element = document.getElementById(template).content.firstElementChild.cloneNode(true);
    this.version = null;
    this.label();
    this.element.addEventListener('submit', (event) => {
      event.preventDefault();
      this.submit(owner);
    });
    this.element.querySelector('[data-cancel]').addEventListener('click', () => owner.cancel(this));
    this.element.querySelector('[data-rebase]').addEventListener('click', () => owner.rebase(this));
    this.element.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && !event.defaultPrevented && !this.isDirty) {
        owner.cancel(this);
      }
    });
    slot.replaceChildren(this.element);
  }

  /** Ids have to be unique in the page, so they are made here and not in the template. */
  label() {
    forms += 1;
    for (const field of this.element.querySelectorAll('[data-field]')) {
      const id = `form-${forms}-${field.dataset.field}`;
      const input = field.querySelector('.input');
      const error = document.createElement('p');
      error.className = 'field-error';
      error.id = `${id}-error`;
      error.hidden = true;
      field.append(error);
      input.id = id;
      input.setAttribute('aria-describedby', error.id);
      field.querySelector('.label').htmlFor = id;
    }
  }

  input(name) {
    return this.element.elements.namedItem(name);
  }

  fill(values) {
    for (const [name, value] of Object.entries(values)) {
      const input = this.input(name);
      if (input) {
        input.value = value ?? '';
      }
    }
    this.initial = this.snapshot();
  }

  snapshot() {
    return JSON.stringify([...new FormData(this.element)]);
  }

  get isDirty() {
    return this.snapshot() !== this.initial;
  }

  text(name) {
    return this.input(name)?.value ?? '';
  }

  /** What was typed as a number, null when nothing was; an error at the field when it is none. */
  number(name) {
    const typed = this.text(name).trim().replace('\u2212', '-');
    if (typed === '') {
      return null;
    }
    if (!/^-?\d+(\.\d+)?$/.test(typed)) {
      throw new InputError(name, 'Use digits, with a point for decimals and no thousands separators.');
    }
    return exactNumber(typed);
  }

  focus() {
    this.element.querySelector('.input').focus();
  }

  async submit(owner) {
    if (this.element.getAttribute('aria-busy') === 'true') {
      return;
    }
    this.clearErrors();
    this.element.setAttribute('aria-busy', 'true');
    try {
      await owner.submit(this);
    } catch (error) {
      this.showError(error);
    } finally {
      this.element.removeAttribute('aria-busy');
    }
  }

  clearErrors() {
    for (const text of this.element.querySelectorAll('.field-error, .form-error, [data-conflict]')) {
      text.hidden = true;
    }
    for (const input of this.element.querySelectorAll('[aria-invalid]')) {
      input.removeAttribute('aria-invalid');
    }
  }

  /** Each error at its field, what fits no field at the end; the focus goes to the first. */
  showError(error) {
    const fields = error.fields ?? [];
    const homeless = [];
    for (const { field, message } of fields) {
      if (!this.showFieldError(field, message)) {
        homeless.push(message);
      }
    }
    if (error.status === 409) {
      this.element.querySelector('[data-conflict]').hidden = false;
      this.element.querySelector('[data-rebase]').focus();
      return;
    }
    if (fields.length === 0) {
      homeless.push(error.message);
    }
    const place = this.element.querySelector('[data-form-error]');
    place.textContent = homeless.join(' ');
    place.hidden = homeless.length === 0;
    (this.element.querySelector('[aria-invalid]') ?? place).focus();
  }

  showFieldError(name, message) {
    const field = this.element.querySelector(`[data-field="${CSS.escape(FIELD_OF[name] ?? name)}"]`);
    if (!field) {
      return false;
    }
    const error = field.querySelector('.field-error');
    error.textContent = message;
    error.hidden = false;
    field.querySelector('.input').setAttribute('aria-invalid', 'true');
    return true;
  }

  /** Shows what somebody else has written meanwhile beside what was typed here; the next save builds upon it. */
  rebase(theirs, version) {
    this.version = version;
    for (const [name, value] of Object.entries(theirs)) {
      const input = this.input(name);
      const field = input?.closest('[data-field]');
      if (!field || input.value === (value ?? '')) {
        continue;
      }
      field.querySelector('.field-theirs')?.remove();
      const hint = document.createElement('p');
      hint.className = 'field-theirs';
      hint.append('Theirs: ', describe(input, value));
      field.append(hint);
    }
    this.clearErrors();
    this.focus();
  }
}

/** Something typed that could not even be sent. */
export class InputError extends Error {
  constructor(field, message) {
    super(message);
    this.fields = [{ field, code: 'input.not_a_number', message }];
  }
}

/** Fields of the API that one control stands for. */
const FIELD_OF = { parentObjectiveId: 'parent', parentKeyResultId: 'parent', direction: 'to' };

function describe(input, value) {
  if (!value) {
    return 'nothing';
  }
  if (input.type === 'hidden') {
    const person = document.createElement('span');
    person.dataset.accountId = value;
    return person;
  }
  const option = [...(input.options ?? [])].find((candidate) => candidate.value === value);
  return option ? option.textContent.trim() : value;
}
