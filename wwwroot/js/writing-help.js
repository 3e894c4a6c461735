import { call } from './api.js';
import { announce } from './page.js';

const TYPING_PAUSE_MS = 400;

/** Fields that the numbers of a title may fill. */
const FILLED = ['from', 'to', 'low', 'high', 'unit', 'per', 'direction'];

/**
 * What the writing help says while a key result is typed: findings stand under their fields, and numbers that the title states fill what is still empty. Structure
 * keeps a key result from being activated; words are hints that can be accepted.
 */
export class WritingHelp {
  /**
   * @param {import('./forms.js').Form} form
   * @param {{body: () => object, accept: (rule: string) => Promise<void>, filled: () => void}} owner
   */
  constructor(form, owner) {
    this.form = form;
    this.owner = owner;
    this.blocking = [];
    this.accepted = [];
    // What the title filled and nobody has touched since: the title may still change it.
    this.ours = new Map();
    form.element.addEventListener('input', (event) => this.onInput(event));
    form.element.addEventListener('click', (event) => {
      const rule = event.target.closest('[data-accept]')?.dataset.accept;
      if (rule) {
        this.accept(rule);
      }
    });
  }

  onInput({ target }) {
    this.ours.delete(target.name);
    this.soon();
  }

  soon() {
    clearTimeout(this.pause);
    this.pause = setTimeout(() => this.ask(), TYPING_PAUSE_MS);
  }

  /** Asks the server, which has the rules; while it does not answer, writing goes on without help. */
  async ask() {
    clearTimeout(this.pause);
    const body = this.owner.body();
    if (!body.title?.trim() || !this.form.element.isConnected) {
      return;
    }
    const asked = (this.asked = JSON.stringify(body));
    let result;
    try {
      result = await call('POST', 'lint', { ...body, acceptedHints: this.accepted });
    } catch {
      return;
    }
    if (this.asked !== asked || !this.form.element.isConnected) {
      return; // Somebody typed on; that question brings its own answer.
    }
    if (result.parsed && this.fill(result.parsed)) {
      this.ask();
      return;
    }
    this.show(result);
  }

  /** Fills what is empty with the numbers of the title. */
  fill(parsed) {
    let changed = false;
    for (const name of FILLED) {
      const input = this.form.input(name);
      const value = name === 'direction' ? keepsOnly(parsed.direction) : parsed[name];
      if (!input || input.readOnly || value === null || value === undefined || value === 'none') {
        continue;
      }
      const isEmpty = input.value === '' || (name === 'per' && input.value === 'none');
      if ((isEmpty || this.ours.get(name) === input.value) && input.value !== String(value)) {
        input.value = String(value);
        this.ours.set(name, input.value);
        changed = true;
      }
    }
    if (changed) {
      this.owner.filled();
      announce('The numbers of your title were filled in.');
    }
    return changed;
  }

  show(result) {
    this.blocking = result.blocking;
    for (const old of this.form.element.querySelectorAll('.findings')) {
      old.remove();
    }
    const rows = [
      ...result.blocking.map((finding) => ({ ...finding, level: 'block' })),
      ...result.warnings.map((finding) => ({ ...finding, level: 'warn' })),
      ...result.hints.map((finding) => ({ ...finding, level: 'hint' })),
    ];
    // What is only missing is said when somebody wants to activate, and not while they still write.
    for (const finding of rows.filter(({ rule }) => rule !== 'S1')) {
      this.placeOf(finding.field).append(row(finding));
    }
    this.form.element.dispatchEvent(new CustomEvent('lint', { detail: result }));
  }

  placeOf(name) {
    const field = this.form.field(name);
    const home = field && !field.hidden ? field : this.form.field('title');
    let list = home.querySelector(':scope > .findings');
    if (!list) {
      list = document.createElement('ul');
      list.className = 'findings';
      home.append(list);
    }
    return list;
  }

  async accept(rule) {
    this.accepted.push(rule);
    try {
      await this.owner.accept(rule);
    } catch {
      // It is accepted again with the next save; writing goes on.
    }
    announce('Hint accepted.');
    await this.ask();
    this.form.input('title').focus();
  }
}

/** Which way a moved number goes is read from the numbers themselves. */
const keepsOnly = (direction) => (direction?.startsWith('keep') ? direction : null);

function row({ rule, message, level }) {
  const item = document.createElement('li');
  item.className = `finding finding-${level}`;
  const text = document.createElement('span');
  text.textContent = message;
  item.append(text);
  if (level !== 'block') {
    const accept = document.createElement('button');
    accept.type = 'button';
    accept.className = 'button button-subtle';
    accept.dataset.accept = rule;
    accept.textContent = 'Accept';
    const which = document.createElement('span');
    which.className = 'visually-hidden';
    which.textContent = ` hint ${rule}`;
    accept.append(which);
    item.append(accept);
  }
  return item;
}
