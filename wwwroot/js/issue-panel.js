import { call, fetchFragment } from './api.js';
import { keepSized, onIssueChanged } from './bridge.js';
import { Listbox } from './listbox.js';
import { RELOAD, announce, failed, focusPart, permissionNotice, saved, showNotice, working } from './page.js';

/** More than these would need an inner scroll bar; the rest is a word away. */
const MOST_CHOICES_SHOWN = 8;

class IssuePanel {
  constructor(panel) {
    this.panel = panel;
    this.path = `issues/${panel.dataset.issueId}`;
    this.canEdit = false;
    this.rights = 'unknown';
    this.mode = 'change';
    panel.addEventListener('click', (event) => this.onClick(event));
    panel.addEventListener('submit', (event) => this.onSubmit(event));
    panel.addEventListener('keydown', (event) => this.onKey(event));
    panel.addEventListener('input', (event) => event.target.id === 'filter' && this.filter());
  }

  async start() {
    this.applyRights();
    if (this.answer.dataset.known === 'false') {
      await this.learnIssue();
    }
    try {
      ({ canEdit: this.canEdit } = await call('GET', `${this.path}/permissions`));
      this.rights = 'known';
      showNotice(null);
    } catch (error) {
      this.rights = 'unavailable';
      showNotice(permissionNotice(error));
    }
    this.applyRights();
  }

  /** An issue that no webhook has told of: only Jira knows its parent, and so an inherited answer. */
  async learnIssue() {
    try {
      await call('POST', `${this.path}/snapshot`);
      await this.refresh();
    } catch {
      // Reading goes on without it; the question about rights comes next and says what is wrong.
    }
  }

  async refresh() {
    const fragment = await fetchFragment(`${this.path}/panel?issueKey=${encodeURIComponent(this.panel.dataset.issueKey)}`);
    this.panel.replaceChildren(...fragment.children);
    this.applyRights();
  }

  get answer() {
    return this.panel.querySelector('[data-answer]');
  }

  get picker() {
    return this.panel.querySelector('[data-picker]');
  }

  get linked() {
    return this.answer.dataset.keyResults.split(' ').filter(Boolean);
  }

  /** While the rights are not known yet, what they may show already takes its place: the page keeps its height when they come. */
  applyRights() {
    const isPending = this.rights === 'unknown';
    for (const control of this.panel.querySelectorAll('[data-needs="edit"]')) {
      control.hidden = !this.canEdit && !isPending;
      control.classList.toggle('is-pending', isPending);
    }
    for (const text of this.panel.querySelectorAll('[data-needs-not="edit"]')) {
      text.hidden = this.canEdit || this.rights !== 'known';
    }
    this.picker.hidden ||= this.picker.dataset.startOpen === 'false';
    const input = this.panel.querySelector('#filter');
    if (input) {
      this.listbox = new Listbox(input, this.panel.querySelector('#choices'), {
        choose: (option) => this.choose(option.dataset.value),
        escape: () => this.escape(),
      });
      this.filter();
    }
  }

  open(mode) {
    this.mode = mode;
    this.picker.hidden = false;
    for (const part of this.panel.querySelectorAll('[data-not-kr]')) {
      part.hidden = mode === 'add';
    }
    this.showReplaced(mode);
    const input = this.panel.querySelector('#filter');
    if (input) {
      input.value = '';
      this.filter();
      input.focus();
    } else {
      this.panel.querySelector('[data-reasons-toggle]').focus();
    }
  }

  /** A choice stands for all that is linked now, unless it is added. */
  showReplaced(mode) {
    const replaced = this.panel.querySelector('#replaced');
    const isSaid = mode === 'change' && replaced.textContent !== '';
    replaced.hidden = !isSaid;
    if (isSaid) {
      announce(replaced.textContent);
    }
  }

  close() {
    this.picker.hidden = true;
    focusPart(this.panel, 'change');
  }

  escape() {
    const input = this.panel.querySelector('#filter');
    if (input?.value) {
      input.value = '';
      this.filter();
    } else if (this.picker.dataset.startOpen === 'false') {
      this.close();
    }
  }

  /** Escape goes one step back: out of the reasons, then out of the picker. The filter has its own. */
  onKey(event) {
    if (event.key !== 'Escape' || event.defaultPrevented || !this.picker.contains(event.target)) {
      return;
    }
    event.preventDefault();
    const toggle = this.panel.querySelector('[data-reasons-toggle]');
    if (toggle.getAttribute('aria-expanded') === 'true') {
      this.showReasons(false);
      toggle.focus();
    } else {
      this.escape();
    }
  }

  showReasons(isShown) {
    this.panel.querySelector('#reasons').hidden = !isShown;
    this.panel.querySelector('[data-reasons-toggle]').setAttribute('aria-expanded', String(isShown));
  }

  /** Shows the choices that hold every typed word, as many as fit. */
  filter() {
    const words = this.panel.querySelector('#filter').value.toLocaleLowerCase().split(/\s+/).filter(Boolean);
    const taken = this.mode === 'add' ? this.linked : [];
    let matches = 0;
    for (const group of this.panel.querySelectorAll('#choices [role="group"]')) {
      const heading = group.firstElementChild.textContent;
      let shown = 0;
      for (const option of group.querySelectorAll('[role="option"]')) {
        const text = `${option.textContent} ${heading}`.toLocaleLowerCase();
        const fits = !taken.includes(option.dataset.value) && words.every((word) => text.includes(word));
        matches += fits ? 1 : 0;
        option.hidden = !fits || matches > MOST_CHOICES_SHOWN;
        shown += option.hidden ? 0 : 1;
      }
      group.hidden = shown === 0;
    }
    const more = this.panel.querySelector('[data-more]');
    more.textContent = `and ${matches - MOST_CHOICES_SHOWN} more: type a word to find them`;
    more.hidden = matches <= MOST_CHOICES_SHOWN;
    this.panel.querySelector('[data-none]').hidden = matches > 0;
    this.panel.querySelector('#choices').hidden = matches === 0;
    this.listbox.activate(words.length > 0 ? this.listbox.options[0] : null);
    if (words.length > 0) {
      announce(matches === 1 ? '1 key result' : `${matches} key results`);
    }
  }

  choose(id) {
    const ids = this.mode === 'add' ? [...new Set([...this.linked, id])] : [id];
    return this.save('PUT', { answer: 'linked', keyResultIds: ids }, 'Answer saved');
  }

  async onClick(event) {
    const button = event.target.closest('button');
    if (!button) {
      return;
    }
    const { open, remove, reason } = button.dataset;
    if (open) {
      this.open(open);
    } else if ('close' in button.dataset) {
      this.close();
    } else if ('clear' in button.dataset) {
      await this.save('DELETE', undefined, 'Answer cleared');
    } else if (remove) {
      await this.save('PUT', { answer: 'linked', keyResultIds: this.linked.filter((id) => id !== remove) }, 'Key result removed');
    } else if ('reasonsToggle' in button.dataset) {
      this.showReasons(button.getAttribute('aria-expanded') !== 'true');
    } else if (reason === 'other') {
      this.panel.querySelector('[data-note-form]').hidden = false;
      this.panel.querySelector('#note').focus();
    } else if (reason) {
      await this.save('PUT', { answer: 'notKrWork', reason }, 'Answer saved');
    }
  }

  async onSubmit(event) {
    event.preventDefault();
    const note = this.panel.querySelector('#note');
    await this.save('PUT', { answer: 'notKrWork', reason: 'other', note: note.value }, 'Answer saved');
  }

  async save(method, body, done) {
    if (this.isBusy) {
      return;
    }
    const finish = working(this.panel);
    try {
      await call(method, `${this.path}/answer`, body);
      saved(done);
      await this.refresh().catch(() => showNotice(RELOAD));
      focusPart(this.panel, 'change', 'answer');
    } catch (error) {
      this.showError(error);
    } finally {
      finish();
    }
  }

  get isBusy() {
    return this.panel.getAttribute('aria-busy') === 'true';
  }

  showError(error) {
    const wrong = error.fields?.find((field) => field.field === 'note');
    const form = this.panel.querySelector('[data-note-form]');
    if (!wrong || form.hidden) {
      failed(error);
      return;
    }
    const note = form.querySelector('#note');
    const text = form.querySelector('#note-error');
    text.textContent = wrong.message;
    text.hidden = false;
    form.querySelector('#note-hint').hidden = true;
    note.setAttribute('aria-invalid', 'true');
    note.focus();
  }

  /** Somebody else changed the issue, perhaps its parent. Not while this person is at it. */
  async onIssueChanged() {
    if (!this.isBusy && !this.panel.contains(document.activeElement)) {
      await this.refresh().catch(() => {});
    }
  }
}

const element = document.getElementById('panel');
if (element) {
  const panel = new IssuePanel(element);
  onIssueChanged(() => panel.onIssueChanged());
  panel.start();
}
// After the start, so that the first height has the place of what is still to come.
keepSized();
