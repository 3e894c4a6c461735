import { call, fetchFragment } from './api.js';
import { keepSized } from './bridge.js';
import { InlineForms, keyResultValues } from './inline-forms.js';
import { KeyResultForm, kindOf } from './key-result-form.js';
import { keepMenus } from './menus.js';
import { OwnerPicker } from './owner-picker.js';
import { RELOAD, announce, failed, focusPart, saved, showNotice, working } from './page.js';
import { PartedList } from './parted-list.js';
import { showNames } from './people.js';

const REFUSED = { issues: 'The issues cannot be listed now.', history: 'The history cannot be told now.' };

/** A key result's own page. */
class KeyResultPage extends InlineForms {
  constructor(root) {
    super(root);
    this.path = `key-results/${root.dataset.keyResultId}`;
    for (const [kind, refused] of Object.entries(REFUSED)) {
      new PartedList(root, {
        matches: `[data-more="${kind}"]`,
        list: '[data-more-list]',
        path: () => `${this.path}/page/${kind}`,
        loading: 'Loading…',
        refused,
      });
    }
    keepMenus(root);
    root.addEventListener('click', (event) => this.onClick(event));
  }

  get fragmentPath() {
    return `${this.path}/page`;
  }

  get card() {
    return this.root.querySelector('[data-key-result]');
  }

  start() {
    // The server has rendered only what this person may do; without this script nothing of it would work.
    for (const control of this.root.querySelectorAll('[data-needs]')) {
      control.hidden = false;
    }
    showNames(this.root);
  }

  async refresh() {
    const fragment = await fetchFragment(this.fragmentPath).catch((error) => {
      if (error.status !== 404) {
        throw error;
      }
      return gone();
    });
    const open = [...this.root.querySelectorAll('details[open][data-keep-open]')].map((details) => details.dataset.keepOpen);
    this.root.replaceChildren(...fragment.children);
    this.start();
    for (const name of open) {
      this.root.querySelector(`[data-keep-open="${CSS.escape(name)}"]`)?.setAttribute('open', '');
    }
  }

  onClick(event) {
    const button = event.target.closest('button');
    if (!button || button.closest('form')) {
      return;
    }
    if ('retry' in button.dataset) {
      this.retry(button);
      return;
    }
    if (!this.card || this.isHeldByForm()) {
      return;
    }
    const { dataset } = button;
    if ('editKeyResult' in dataset) {
      this.openEdit(button);
    } else if ('checkIn' in dataset) {
      this.openCheckIn(button, this.card);
    } else if ('retarget' in dataset) {
      this.openRetarget(button, this.card);
    } else if ('moveKeyResult' in dataset) {
      this.moveKeyResult(button, this.card);
    } else if ('discardKeyResult' in dataset) {
      this.openDiscard(button, this.card, 'entity', keyResultValues(this.card), 'key-results');
    } else if ('recordValue' in dataset) {
      this.openValue(button);
    } else if ('correct' in dataset) {
      this.openCorrection(button);
    } else if ('lift' in dataset) {
      this.openLift(button);
    } else if ('withdrawLift' in dataset) {
      this.now(button, 'DELETE', 'lift', 'Lift withdrawn', 'lift');
    } else if ('invite' in dataset) {
      this.openInvitation(button);
    } else if ('acceptInvitation' in dataset) {
      this.now(button, 'POST', 'co-authors/me/acceptance', 'Noted: you helped to write it', 'sheet');
    } else if ('removeCoAuthor' in dataset) {
      this.now(button, 'DELETE', `co-authors/${encodeURIComponent(dataset.removeCoAuthor)}`, 'Removed from the authors', 'invite', 'sheet');
    }
  }

  slot(name) {
    return this.root.querySelector(`[data-form-slot="${name}"]`);
  }

  openEdit(button) {
    const values = keyResultValues(this.card);
    let written = null;
    const form = this.open('key-result-form', this.slot('entity'), button, {
      entity: values.id,
      valuesOf: (theirs) => {
        const read = keyResultValues(theirs);
        return { ...read, direction: kindOf(read) };
      },
      send: (pressed) => written.send(pressed),
      done: ({ id, state }) => [state === 'active' && values.state === 'draft' ? 'Key result activated' : 'Key result saved', `key-result-${id}`],
    });
    const { project, scope, objective } = this.card.dataset;
    written = new KeyResultForm(form, values, { projectKey: project, scope, objective });
    form.focus();
  }

  openValue(button) {
    const { current } = keyResultValues(this.card);
    const form = this.open('value-form', this.slot('entity'), button, {
      send: () => call(
        'POST',
        `${this.path}/values`,
        { value: form.number('value'), measuredAt: instantOf(form.text('measuredAt')), note: form.text('note') || null },
        { key: form.key },
      ),
      done: () => ['Value recorded', 'record-value'],
    });
    form.fill({ value: '', measuredAt: '', note: '' });
    form.input('value').placeholder = current ?? '';
    form.focus();
  }

  openCorrection(button) {
    const { correct, value } = button.dataset;
    const form = this.open('correction-form', this.slot('correction'), button, {
      send: () => call(
        'POST',
        `${this.path}/values/${correct}/correction`,
        { value: form.number('value'), note: form.text('note') || null },
        { key: form.key },
      ),
      done: () => ['Value corrected', 'record-value'],
    });
    form.fill({ value, note: '' });
    form.focus();
  }

  openLift(button) {
    const form = this.open('lift-form', this.slot('entity'), button, {
      send: () => call('PUT', `${this.path}/lift`, { note: form.text('note') || null }),
      done: () => ['Health lifted by one step', 'lift'],
    });
    form.fill({ note: '' });
    form.focus();
  }

  openInvitation(button) {
    const form = this.open('co-author-form', this.slot('co-author'), button, {
      send: () => call('POST', `${this.path}/co-authors`, { account: form.text('account') || null }, { key: form.key }),
      done: () => ['Asked', 'invite'],
    });
    new OwnerPicker(form.element.querySelector('[data-people]'), this.card.dataset.project).set('');
    form.fill({ account: '' });
    form.focus();
  }

  /** What needs no words of a person is done at once. */
  async now(button, method, path, text, ...parts) {
    const done = working(button);
    try {
      await call(method, `${this.path}/${path}`);
      saved(text);
      await this.refresh().catch(() => showNotice(RELOAD));
      focusPart(this.root, ...parts, 'sheet');
    } catch (error) {
      failed(error);
    } finally {
      done();
    }
  }

  async retry(button) {
    const done = working(button);
    try {
      await this.refresh();
      announce('The key result is shown.');
      focusPart(this.root, 'sheet');
    } catch (error) {
      showNotice(error.message);
      announce(error.message);
    } finally {
      done();
    }
  }
}

/** What is shown in the place of a draft that was discarded. */
function gone() {
  const body = document.createElement('div');
  const text = document.createElement('p');
  text.className = 'sheet-notice';
  text.dataset.focus = 'sheet';
  text.tabIndex = -1;
  text.textContent = 'This key result is not there any more: its draft was discarded.';
  body.append(text);
  return body;
}

/** What was typed as a local date and time, as an instant; null for nothing, which means now. */
function instantOf(local) {
  const at = new Date(local);
  return local === '' || Number.isNaN(at.getTime()) ? null : at.toISOString();
}

keepSized();
const sheet = document.getElementById('sheet');
if (sheet) {
  new KeyResultPage(sheet).start();
}
