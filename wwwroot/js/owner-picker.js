import { Listbox } from './listbox.js';
import { nameOf, searchPeople } from './people.js';

const TYPING_PAUSE_MS = 250;

let pickers = 0;

/** Finds the one person who answers for a key result. The form carries the account id; the name is only shown. */
export class OwnerPicker {
  constructor(element, projectKey) {
    this.projectKey = projectKey;
    this.input = element.querySelector('[data-search]');
    this.value = element.querySelector('[name="owner"]');
    this.list = element.querySelector('[role="listbox"]');
    pickers += 1;
    this.list.id = `people-${pickers}`;
    this.input.setAttribute('aria-controls', this.list.id);
    this.listbox = new Listbox(this.input, this.list, { choose: (option) => this.choose(option), escape: () => this.close() });
    this.input.addEventListener('input', () => this.onInput());
    this.input.addEventListener('blur', () => this.close());
  }

  /** Shows who is owner now. */
  async set(accountId) {
    this.value.value = accountId;
    this.shown = (await nameOf(accountId)) ?? 'Name not available';
    this.input.value = this.shown;
  }

  onInput() {
    clearTimeout(this.pause);
    this.pause = setTimeout(() => this.search(this.input.value.trim()), TYPING_PAUSE_MS);
  }

  async search(query) {
    const people = query === '' ? [] : await searchPeople(this.projectKey, query);
    if (this.input.value.trim() !== query) {
      return; // Somebody typed on; that search brings its own answer.
    }
    const rows = (people ?? []).map(({ accountId, name }, index) => {
      const option = document.createElement('div');
      option.className = 'option';
      option.id = `${this.list.id}-${index}`;
      option.setAttribute('role', 'option');
      option.setAttribute('aria-selected', String(accountId === this.value.value));
      option.dataset.value = accountId;
      option.textContent = name;
      return option;
    });
    this.list.replaceChildren(...rows);
    this.list.hidden = rows.length === 0;
    this.input.setAttribute('aria-expanded', String(rows.length > 0));
    this.listbox.activate(rows[0] ?? null);
  }

  choose(option) {
    this.value.value = option.dataset.value;
    this.shown = option.textContent;
    this.close();
  }

  /** What is typed but not chosen counts for nothing: the name of the owner comes back. */
  close() {
    clearTimeout(this.pause);
    this.input.value = this.shown ?? '';
    this.list.hidden = true;
    this.input.setAttribute('aria-expanded', 'false');
    this.listbox.activate(null);
  }
}
