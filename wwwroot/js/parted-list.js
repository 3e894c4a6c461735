import { fetchFragment } from './api.js';
import { announce } from './page.js';
import { showNames } from './people.js';

/**
 * Loads a list when its disclosure is opened, part by part: a part that is not the last one ends with a button that names where the next one begins.
 */
export class PartedList {
  /**
   * @param {HTMLElement} root where such disclosures are; what is drawn again within it is known, too
   * @param {{matches: string, list: string, path: (details: HTMLElement) => string, loading: string, refused: string}} plan
   */
  constructor(root, plan) {
    this.plan = plan;
    // "toggle" does not bubble.
    root.addEventListener('toggle', ({ target }) => this.onToggle(target), true);
    root.addEventListener('click', (event) => this.onClick(event));
  }

  onToggle(details) {
    if (details.open && details.matches(this.plan.matches) && !details.dataset.state) {
      this.load(details);
    }
  }

  onClick(event) {
    const button = event.target.closest('[data-next], [data-try-again]');
    const details = button?.closest(this.plan.matches);
    if (details) {
      // The page takes any other click for one that opens a form.
      event.stopImmediatePropagation();
      this.load(details, button);
    }
  }

  async load(details, button = null) {
    const list = details.querySelector(this.plan.list);
    const after = button?.dataset.next;
    details.dataset.state = 'loading';
    list.setAttribute('aria-busy', 'true');
    button?.remove();
    const waiting = line(this.plan.loading);
    list.append(waiting);
    try {
      const path = this.plan.path(details);
      const fragment = await fetchFragment(after ? `${path}?after=${encodeURIComponent(after)}` : path);
      const [first] = fragment.children;
      waiting.replaceWith(...fragment.children);
      details.dataset.state = 'loaded';
      showNames(list);
      this.goOn(list, first, button);
    } catch (error) {
      waiting.textContent = explain(error, this.plan.refused);
      const again = retryButton(after);
      waiting.after(again);
      again.addEventListener('click', () => waiting.remove(), { once: true });
      details.dataset.state = 'failed';
      if (button) {
        again.focus();
      }
    } finally {
      list.removeAttribute('aria-busy');
    }
  }

  /** The button that was pressed is gone; reading goes on where the next part begins. */
  goOn(list, first, button) {
    if (button && first) {
      first.tabIndex = -1;
      first.focus();
      announce('More is shown.');
    }
  }
}

function retryButton(after) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'button';
  button.textContent = 'Try again';
  button.dataset.tryAgain = '';
  if (after) {
    button.dataset.next = after;
  }
  return button;
}

function explain(error, refused) {
  switch (error.code) {
    case 'jira.unavailable':
      return `Jira does not answer. ${refused}`;
    case 'bridge.missing':
      return 'Open this page in Jira to see this.';
    default:
      return refused;
  }
}

function line(text) {
  const element = document.createElement('p');
  element.className = 'subtle';
  element.textContent = text;
  return element;
}
