import { Listbox } from './listbox.js';
import { nameOf, searchPeople } from './people.js';

const TYPING_PAUSE_MS = 250;

/** The list goes a moment after the focus: what is below it would else jump away from under a click. */
const LEAVING_PAUSE_MS = 200;

let pickers = 0;

/**
 * Finds the one person who answers for something. The form carries the account id; the name is only shown. While a typed name is not chosen the
 * form carries nobody, so that a save never keeps somebody else than the field says.
 */
export class OwnerPicker {
  constructor(element, projectKey) {
    this.projectKey = projectKey;
    this.input = element.querySelector('[data-search]');
    this.value = element.querySelector('input[type="hidden"]');
    this.list = element.querySelector('[role="listbox"]');
    pickers += 1;
    this.list.id = `people-${pickers}`;
    this.input.setAttribute('aria-controls', this.list.id);
    this.status = document.createElement('p');
    this.status.className = 'subtle';
    this.status.setAttribute('role', 'status');
    element.append(this.status);
    this.listbox = new Listbox(this.input, this.list, { choose: (option) => this.choose(option), escape: () => this.restore() });
    this.input.addEventListener('input', () => this.onInput());
    this.value.addEventListener('change', () => this.set(this.value.value));
    this.input.addEventListener('blur', () => setTimeout(() => this.leave(), LEAVING_PAUSE_MS));
  }

  /** Shows who is owner now. */
  async set(accountId) {
    accountId ??= '';
    this.owner = { accountId, name: '' };
    this.value.value = accountId;
    const name = accountId ? (await nameOf(accountId)) ?? 'Name not available' : '';
    this.owner.name ||= name;
    if (this.value.value === accountId) {
      this.input.value = this.owner.name;
    }
  }

  onInput() {
    this.value.value = '';
    this.status.textContent = 'Choose a name from the list. Escape brings back the owner.';
    clearTimeout(this.pause);
    this.pause = setTimeout(() => this.search(this.input.value.trim()), TYPING_PAUSE_MS);
  }

  async search(query) {
    const people = query === '' ? [] : await searchPeople(this.projectKey, query);
    if (this.input.value.trim() !== query || this.value.value !== '') {
      return; // Somebody typed on, and that search brings its own answer, or chose.
    }
    const rows = (people ?? []).map(({ accountId, name }, index) => {
      const option = document.createElement('div');
      option.className = 'option';
      option.id = `${this.list.id}-${index}`;
      option.setAttribute('role', 'option');
      option.setAttribute('aria-selected', String(accountId === this.owner.accountId));
      option.dataset.value = accountId;
      option.textContent = name;
      return option;
    });
    this.list.replaceChildren(...rows);
    this.show(rows.length > 0);
    this.listbox.activate(rows[0] ?? null);
    if (people === null) {
      this.status.textContent = 'Jira does not answer right now, so nobody can be found. Try again in a minute.';
    } else if (query !== '' && rows.length === 0) {
      this.status.textContent = 'Nobody with this name can be assigned here.';
    }
  }

  choose(option) {
    this.owner = { accountId: option.dataset.value, name: option.textContent };
    this.restore();
  }

  /** Shows the owner again, in the place of what was typed and not chosen. */
  restore() {
    clearTimeout(this.pause);
    this.value.value = this.owner.accountId;
    this.input.value = this.owner.name;
    this.status.textContent = '';
    this.close();
  }

  /** What was typed and not chosen stays, and with it the words that say so. */
  leave() {
    if (document.activeElement !== this.input) {
      this.close();
    }
  }

  close() {
    this.show(false);
    this.listbox.activate(null);
  }

  show(isOpen) {
    this.list.hidden = !isOpen;
    this.input.setAttribute('aria-expanded', String(isOpen));
  }
}
