import { fetchFragment } from './api.js';
import { keepSized } from './bridge.js';
import { CompanyFilters } from './company-filters.js';
import { announce, showNotice, working } from './page.js';
import { showNames } from './people.js';

class CompanyPage {
  constructor(view) {
    this.view = view;
    this.filters = new CompanyFilters(document.getElementById('company-filters'), (query) => this.load(query));
    this.query = this.filters.began;
    this.loads = 0;
    view.addEventListener('click', (event) => this.onClick(event));
    document.querySelector('#company-filters [data-clear]').addEventListener('click', () => this.filters.clear());
  }

  start() {
    document.getElementById('busy').textContent = 'Loading…';
    showNames(document);
    if (this.filters.restore()) {
      this.load(this.filters.query);
    }
  }

  onClick(event) {
    const button = event.target.closest('button');
    if (!button) {
      return;
    }
    const { dataset } = button;
    if ('load' in dataset) {
      this.toggle(button);
    } else if ('more' in dataset) {
      this.more(button);
    } else if ('clear' in dataset) {
      this.filters.clear();
    } else if ('retry' in dataset) {
      this.load(this.query);
    } else if ('openAll' in dataset) {
      this.load(this.query, 'all');
    } else if ('closeAll' in dataset) {
      this.closeAll();
    }
  }

  /** Draws the tree again. Of several questions the last one counts, whichever is answered first. */
  async load(query, open = '') {
    const turn = ++this.loads;
    const done = working(this.view);
    try {
      const fragment = await fetchFragment(`company/view?${query}${open && `&open=${open}`}`);
      if (turn !== this.loads) {
        return;
      }
      this.query = query;
      this.view.replaceChildren(...fragment.childNodes);
      showNotice(null);
      showNames(this.view);
      const count = this.view.querySelector('[data-company-count]');
      announce(count.textContent);
      if (document.activeElement === document.body) {
        // What was pressed has been drawn anew; whoever uses a keyboard goes on from here.
        count.focus();
      }
    } catch (error) {
      if (turn === this.loads) {
        showNotice(`${error.message} What is shown is from before.`);
        announce(error.message);
      }
    } finally {
      done();
    }
  }

  toggle(button) {
    const slot = document.getElementById(button.getAttribute('aria-controls'));
    const opens = button.getAttribute('aria-expanded') === 'false';
    button.setAttribute('aria-expanded', String(opens));
    slot.hidden = !opens;
    if (opens && slot.childElementCount === 0) {
      this.fill(button, slot);
    }
  }

  async fill(button, slot) {
    slot.setAttribute('aria-busy', 'true');
    slot.replaceChildren(document.getElementById('company-skeleton').content.cloneNode(true));
    try {
      const fragment = await fetchFragment(`${button.dataset.load}${this.query}`);
      slot.replaceChildren(...fragment.childNodes);
      showNames(slot);
    } catch (error) {
      slot.replaceChildren(this.failure(error, () => this.fill(button, slot), button));
      announce(error.message);
    } finally {
      slot.removeAttribute('aria-busy');
    }
  }

  failure(error, again, focus) {
    const text = document.createElement('p');
    text.textContent = `${error.message} `;
    const retry = document.createElement('button');
    retry.type = 'button';
    retry.className = 'button';
    retry.textContent = 'Try again';
    retry.addEventListener('click', (event) => {
      event.stopPropagation();
      focus.focus();
      again();
    });
    text.append(retry);
    return text;
  }

  async more(button) {
    const item = button.closest('li');
    button.disabled = true;
    try {
      const fragment = await fetchFragment(`${button.dataset.more}&${this.query}`);
      const items = [...fragment.querySelector('ul').children];
      item.replaceWith(...items);
      items.forEach(showNames);
      items[0]?.querySelector('button')?.focus();
    } catch (error) {
      button.disabled = false;
      showNotice(error.message);
      announce(error.message);
    }
  }

  closeAll() {
    for (const button of this.view.querySelectorAll('.tree-toggle[aria-expanded="true"]')) {
      button.setAttribute('aria-expanded', 'false');
      document.getElementById(button.getAttribute('aria-controls')).hidden = true;
    }
    announce('Everything is closed.');
  }
}

keepSized();
const view = document.getElementById('company');
if (view) {
  new CompanyPage(view).start();
}
