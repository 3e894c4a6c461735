import { exactNumber } from './api.js';
import { announce, working } from './page.js';

const HELD = 'Save or cancel what you are writing first.';

/** What a number may have, as the server counts (measurements are kept with 19 digits). */
const MOST_DIGITS = 13;
const MOST_DECIMALS = 6;

let forms = 0;

/** One inline form: a copy of a template, or one that stands in the page, with its errors at its fields. */
export class Form {
  /**
   * @param {string|HTMLFormElement} template the id of the template, or the form itself
   * @param {HTMLElement|null} slot where the copy stands
   * @param {{submit: (form: Form, button: HTMLElement) => Promise<void>, cancel?: (form: Form) => void, rebase?: (form: Form) => Promise<void>}} owner
   */
  constructor(template, slot, owner) {
    this.element = typeof template === 'string' ? document.getElementById(template).content.firstElementChild.cloneNode(true) : template;
    this.version = null;
    // One key for all attempts to save the same thing: what got lost on the way back is not stored twice.
    this.key = crypto.randomUUID();
    this.label();
    this.element.addEventListener('submit', (event) => {
      event.preventDefault();
      this.submit(owner, event.submitter);
    });
    this.element.querySelector('[data-cancel]')?.addEventListener('click', () => owner.cancel(this));
    this.element.querySelector('[data-rebase]')?.addEventListener('click', () => owner.rebase(this));
    this.element.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || event.defaultPrevented || !owner.cancel) {
        return;
      }
      if (this.isDirty) {
        this.hold();
      } else {
        owner.cancel(this);
      }
    });
    this.element.addEventListener('input', () => {
      this.release();
      this.key = crypto.randomUUID();
    });
    slot?.replaceChildren(this.element);
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
      input.id ||= id;
      input.setAttribute('aria-describedby', error.id);
      field.querySelector('.label').htmlFor = input.id;
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

  /** What was typed as a number, null when nothing was. Everything in the form that should be a number and is none is told at once. */
  number(name) {
    const errors = [...this.element.querySelectorAll('[inputmode="decimal"]')]
      .map((input) => ({ field: input.name, code: 'input.not_a_number', message: numberFault(plain(input.value)) }))
      .filter(({ message }) => message !== null);
    if (errors.length > 0) {
      throw new InputError(errors);
    }
    const typed = plain(this.text(name));
    return typed === '' ? null : exactNumber(typed);
  }

  /** What was typed as a number as far as it is one; null else. For what is asked while somebody still types. */
  numberSoFar(name) {
    const typed = plain(this.text(name));
    return typed !== '' && numberFault(typed) === null ? exactNumber(typed) : null;
  }

  /** Shows only those of the fields that are named, and those that are in no choice. */
  choose(all, shown) {
    for (const name of all) {
      this.field(name).hidden = !shown.includes(name);
    }
  }

  field(name) {
    return this.element.querySelector(`[data-field="${CSS.escape(FIELD_OF[name] ?? name)}"]`);
  }

  focus() {
    [...this.element.querySelectorAll('.input')].find((input) => input.offsetParent !== null)?.focus();
  }

  /** Says that what was typed here would be lost, where the person is looking. */
  hold() {
    if (!this.held) {
      this.held = document.createElement('p');
      this.held.className = 'form-held';
      this.held.textContent = HELD;
      this.element.append(this.held);
    }
    announce(HELD);
    this.held.scrollIntoView({ block: 'nearest' });
  }

  release() {
    this.held?.remove();
    this.held = null;
  }

  async submit(owner, submitter) {
    if (this.element.getAttribute('aria-busy') === 'true') {
      return;
    }
    this.clearErrors();
    this.release();
    const button = submitter ?? this.element.querySelector('[type="submit"]');
    const words = button.textContent;
    button.textContent = 'Saving…';
    const done = working(this.element);
    try {
      await owner.submit(this, button);
    } catch (error) {
      this.showError(error);
    } finally {
      done();
      button.textContent = words;
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
    if (error.isStale && this.element.querySelector('[data-conflict]')) {
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
    const field = this.field(name);
    if (!field || field.hidden) {
      return false;
    }
    // What is folded away cannot be mended.
    field.closest('details')?.setAttribute('open', '');
    const error = field.querySelector('.field-error');
    error.textContent = message;
    error.hidden = false;
    field.querySelector('.input').setAttribute('aria-invalid', 'true');
    return true;
  }

  /**
   * Shows what somebody else has written meanwhile; the next save builds upon it. What was typed here stays, with theirs beside it; a field that nobody has touched
   * here takes theirs, else the next save would undo it.
   */
  rebase(theirs, version) {
    this.version = version;
    const before = new Map(JSON.parse(this.initial));
    for (const [name, given] of Object.entries(theirs)) {
      const input = this.input(name);
      const field = input?.closest('[data-field]');
      const value = String(given ?? '');
      if (!field || input.value === value) {
        continue;
      }
      field.querySelector('.field-theirs')?.remove();
      const hint = document.createElement('p');
      hint.className = 'field-theirs';
      if (before.get(name) === input.value) {
        hint.append('Theirs now, before: ', describe(input, input.value));
        input.value = value;
        input.dispatchEvent(new Event('change'));
      } else {
        hint.append('Theirs: ', describe(input, value));
      }
      field.append(hint);
    }
    this.initial = JSON.stringify([...before].map(([name, value]) => [name, name in theirs ? String(theirs[name] ?? '') : value]));
    this.clearErrors();
    this.focus();
  }
}

/** Something typed that could not even be sent. */
class InputError extends Error {
  constructor(fields) {
    super(fields[0].message);
    this.fields = fields;
  }
}

/** A number without what people's keyboards and spreadsheets add: spaces, and the real minus sign. */
const plain = (typed) => typed.replace(/\s/g, '').replace('\u2212', '-');

/** Why this is no number that can be kept, in words; null when it is one or nothing at all. */
function numberFault(typed) {
  if (typed === '') {
    return null;
  }
  const [, whole, decimals = ''] = /^-?(\d+)(?:\.(\d+))?$/.exec(typed) ?? [];
  if (whole !== undefined) {
    const fits = whole.replace(/^0+/, '').length <= MOST_DIGITS && decimals.replace(/0+$/, '').length <= MOST_DECIMALS;
    return fits ? null : `Use at most ${MOST_DIGITS} digits, and ${MOST_DECIMALS} more after the point.`;
  }
  // Half of the world reads 1,800 as one and a bit, so it is not guessed.
  if (/^-?\d+,\d{3}$/.test(typed)) {
    return `Write ${typed.replace(',', '')}, or ${typed.replace(',', '.')} if the comma is a decimal point.`;
  }
  if (/^-?\d+,\d+$/.test(typed)) {
    return `Write ${typed.replace(',', '.')}, with a point for decimals.`;
  }
  if (/^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(typed)) {
    return `Write ${typed.replaceAll(',', '')}, without commas.`;
  }
  return 'Use digits, with a point for decimals: 1800 or 1.5.';
}

/** Fields of the API that one control stands for. */
const FIELD_OF = { parentObjectiveId: 'parent', parentKeyResultId: 'parent' };

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
