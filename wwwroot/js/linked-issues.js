import { fetchFragment } from './api.js';

/** Loads the issues behind a key result when their list is opened: Jira has to say which of them this person may see. */
export class LinkedIssues {
  constructor(panel, path) {
    this.path = path;
    // "toggle" does not bubble.
    panel.addEventListener('toggle', (event) => this.onToggle(event.target), true);
  }

  onToggle(details) {
    if (details.open && details.dataset.issues && !details.dataset.state) {
      this.load(details);
    }
  }

  async load(details) {
    const list = details.querySelector('[data-issues-list]');
    details.dataset.state = 'loading';
    list.setAttribute('aria-busy', 'true');
    list.replaceChildren(line('Loading the issues…'));
    try {
      const fragment = await fetchFragment(`${this.path}/key-results/${details.dataset.issues}/issues`);
      list.replaceChildren(...fragment.children);
      details.dataset.state = 'loaded';
    } catch (error) {
      list.replaceChildren(line(explain(error)), this.retryButton(details));
      details.dataset.state = 'failed';
    } finally {
      list.removeAttribute('aria-busy');
    }
  }

  retryButton(details) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'button';
    button.textContent = 'Try again';
    button.addEventListener('click', async (event) => {
      // The panel takes any other click for one that opens a form.
      event.stopPropagation();
      await this.load(details);
      details.querySelector('summary').focus();
    });
    return button;
  }
}

function explain(error) {
  switch (error.code) {
    case 'jira.unavailable':
      return 'Jira does not answer, so the issues cannot be listed now.';
    case 'bridge.missing':
      return 'Open this page in Jira to see the issues.';
    default:
      return 'The issues cannot be listed now.';
  }
}

function line(text) {
  const element = document.createElement('p');
  element.className = 'subtle';
  element.textContent = text;
  return element;
}
