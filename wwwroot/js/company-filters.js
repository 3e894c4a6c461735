import { call } from './api.js';
import { showNames } from './people.js';

const FIELDS = ['cycle', 'owner', 'health'];

/** The filters above the tree, and their place in the address. */
export class CompanyFilters {
  /** @param {HTMLFormElement} form @param {(query: string) => void} show called with what to look for */
  constructor(form, show) {
    this.form = form;
    this.show = show;
    this.owner = form.elements.owner;
    this.began = this.query;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.apply();
    });
    // Back and forward move through what was looked for.
    addEventListener('popstate', () => {
      this.read(location.hash.slice(1));
      this.show(this.query);
    });
    // Before the list is opened: an open one does not grow in every browser.
    form.addEventListener('focusin', () => this.addOwners());
    form.addEventListener('pointerenter', () => this.addOwners());
  }

  /** What is chosen, as a query. */
  get query() {
    return new URLSearchParams(FIELDS.map((name) => [name, this.form.elements[name].value]).filter(([, value]) => value)).toString();
  }

  /** Whether the address asks for something else than what the server has drawn. */
  restore() {
    if (location.hash.length > 1) {
      this.read(location.hash.slice(1));
    }
    return this.query !== this.began;
  }

  apply() {
    // After the "#" and not in the query: the query is what the page's token was made for.
    history.pushState(null, '', `#${this.query}`);
    this.show(this.query);
  }

  clear() {
    for (const name of FIELDS) {
      this.form.elements[name].value = '';
    }
    this.apply();
    this.form.elements.cycle.focus();
  }

  read(query) {
    const wanted = query ? new URLSearchParams(query) : new URLSearchParams();
    for (const name of FIELDS) {
      const value = wanted.get(name) ?? '';
      if (name === 'owner') {
        this.addOwner(value);
      }
      this.form.elements[name].value = value;
    }
  }

  addOwner(accountId) {
    if (accountId && ![...this.owner.options].some((option) => option.value === accountId)) {
      const option = new Option('Name not loaded', accountId);
      option.dataset.accountId = accountId;
      this.owner.append(option);
    }
  }

  /** Everybody who owns something here, by name. Whoever only reads the tree never asks for them. */
  async addOwners() {
    if (this.asked) {
      return;
    }
    this.asked = true;
    try {
      const { items } = await call('GET', 'company/owners');
      items.filter((id) => id !== this.owner.dataset.me).forEach((id) => this.addOwner(id));
      await showNames(this.owner);
      const people = [...this.owner.querySelectorAll('[data-account-id]')];
      people.sort((one, other) => one.textContent.localeCompare(other.textContent));
      const chosen = this.owner.value;
      this.owner.append(...people);
      this.owner.value = chosen;
    } catch {
      // "Anyone" and "Me" are still there; the next visit of the form asks again.
      this.asked = false;
    }
  }
}
