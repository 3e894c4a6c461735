import { call, fetchFile } from './api.js';
import { announce } from './page.js';

/** Between two looks at an import that runs: well below what one person may call. */
const POLL_MS = 1_000;

const EXPORTS = { json: 'straightline-okrs.json', csv: 'straightline-okrs.csv' };

/** Import and export for administrators; see ImportPanel.razor. */
class ImportPanel {
  constructor(root, done) {
    this.root = root;
    this.done = done;
    this.form = root.querySelector('[data-import-form]');
    this.result = root.querySelector('[data-import-result]');
    this.job = null;
    this.form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.check();
    });
    root.querySelector('[data-import-commit]').addEventListener('click', () => this.commit());
    root.querySelector('[data-import-cancel]').addEventListener('click', () => this.cancel());
    for (const button of root.querySelectorAll('[data-export]')) {
      button.addEventListener('click', () => this.export(button));
    }
  }

  async export(button) {
    const format = button.dataset.export;
    button.disabled = true;
    this.showError(null);
    try {
      save(await fetchFile(`export?format=${format}`), EXPORTS[format]);
      announce('The export is ready.');
    } catch (error) {
      this.showError(error.message);
    } finally {
      button.disabled = false;
    }
  }

  async check() {
    const content = this.content();
    if (!content) {
      this.showError('Choose a file or paste a table first.');
      return;
    }
    this.showError(null);
    await this.run('Checking the file…', () => call('POST', 'imports', content));
  }

  async commit() {
    const { id } = this.job;
    await this.run('Importing…', () => call('POST', `imports/${id}/commit`));
  }

  async cancel() {
    const { id, state } = this.job;
    try {
      await call('DELETE', `imports/${id}`);
      if (state !== 'importing' && state !== 'checking') {
        this.close();
      }
    } catch (error) {
      this.showError(error.message);
    }
  }

  /** Sends something and follows the import until it rests. */
  async run(text, send) {
    const submit = this.form.querySelector('[type="submit"]');
    submit.disabled = true;
    try {
      this.job = await send();
      this.show(text);
      announce(text);
      while (this.job.state === 'checking' || this.job.state === 'importing') {
        await new Promise((resolve) => setTimeout(resolve, POLL_MS));
        this.job = await call('GET', `imports/${this.job.id}`);
        this.show(text);
      }
      if (this.job.state === 'done') {
        await this.done();
      }
      this.result.focus();
    } catch (error) {
      this.showError(error.message);
    } finally {
      submit.disabled = false;
    }
  }

  /** What was chosen, as a file with its type; null for nothing. */
  content() {
    const [file] = this.root.querySelector('#import-file').files;
    const text = this.root.querySelector('#import-text').value.trim();
    if (file) {
      return new Blob([file], { type: file.name.toLowerCase().endsWith('.json') ? 'application/json' : 'text/csv' });
    }
    return text ? new Blob([text], { type: text.startsWith('{') ? 'application/json' : 'text/csv' }) : null;
  }

  close() {
    this.job = null;
    this.result.hidden = true;
    this.form.querySelector('#import-file').focus();
  }

  show(running) {
    const { state, report } = this.job;
    const rests = state !== 'checking' && state !== 'importing';
    const ready = state === 'checked' && report.errorCount === 0;
    this.result.hidden = false;
    this.part('title').textContent = rests ? titleOf(this.job) : running;
    this.part('text').textContent = rests ? textOf(this.job) : progressOf(this.job);
    this.showProgress(rests);
    const commit = this.part('commit');
    commit.hidden = !ready;
    const rows = ready ? report.add + report.change : 0;
    commit.textContent = rows === 1 ? 'Import 1 key result' : `Import ${rows} key results`;
    const cancel = this.part('cancel');
    cancel.hidden = state === 'done';
    cancel.textContent = rests ? 'Discard' : 'Stop';
    this.part('tables').replaceChildren(...(rests && report ? tablesOf(this.job) : []));
  }

  showProgress(rests) {
    const progress = this.part('progress');
    progress.hidden = rests;
    if (this.job.state === 'importing' && this.job.total > 0) {
      progress.max = this.job.total;
      progress.value = this.job.done;
    } else {
      progress.removeAttribute('value');
    }
  }

  showError(text) {
    const error = this.root.querySelector('[data-import-error]');
    error.textContent = text ?? '';
    error.hidden = !text;
  }

  part(name) {
    return this.root.querySelector(`[data-import-${name}]`);
  }
}

function titleOf({ state, report }) {
  switch (state) {
    case 'checked':
      return report.errorCount > 0 ? `The file has ${count(report.errorCount, 'error')}` : 'Ready to import';
    case 'done':
      return 'Imported';
    case 'cancelled':
      return 'Stopped';
    default:
      return 'Not imported';
  }
}

function textOf({ state, report }) {
  if (state === 'cancelled') {
    return 'Nothing was written.';
  }
  if (report?.errorCount > 0) {
    return 'Nothing was written. Mend the rows below and check the file again.';
  }
  const { add, change, leave, objectives, scopes, cycles } = report;
  const parts = [`${add} new, ${change} changed, ${leave} unchanged ${leave === 1 ? 'key result' : 'key results'}`];
  parts.push(...[[objectives, 'objective'], [scopes, 'scope'], [cycles, 'cycle']].filter(([n]) => n > 0).map(([n, word]) => `${count(n, word)} new or changed`));
  return `${parts.join('; ')}.`;
}

function progressOf({ state, done, total }) {
  return state === 'importing' && total > 0 ? `${done} of ${total} rows written` : 'This takes some seconds.';
}

function tablesOf({ report }) {
  const tables = [];
  if (report.errors.length > 0) {
    const more = report.errorCount > report.errors.length ? `Errors, the first ${report.errors.length}` : 'Errors';
    tables.push(table(more, ['Row', 'Column', 'What to do'], report.errors.map((e) => [e.row, e.column, e.message])));
  }
  if (report.notes.length > 0) {
    tables.push(table('Please note', ['Row', 'Column', 'What happens'], report.notes.map((n) => [n.row, n.column, n.message])));
  }
  if (report.unknownColumns.length > 0) {
    tables.push(table('Columns that are not imported', ['Column', 'Cells with content'], report.unknownColumns.map((c) => [c.name, c.cells])));
  }
  if (report.keys.length > 0) {
    tables.push(table('Keys that are other ones here', ['In the file', 'Here'], report.keys.map((k) => [k.file, k.here])));
  }
  if (report.preview.length > 0) {
    const words = { add: 'New', change: 'Changes', leave: 'Stays' };
    tables.push(
      table(
        `The first ${count(report.preview.length, 'row')}`,
        ['Row', 'Key', 'Key result', 'Objective', 'What happens'],
        report.preview.map((p) => [p.row, p.key ?? '', p.title, p.objective, p.fields.length > 0 ? `${words[p.action]}: ${p.fields.join(', ')}` : words[p.action]]),
      ),
    );
  }
  return tables;
}

/** A table that scrolls by itself on a narrow screen. Everything in it is text of other people. */
function table(caption, headings, rows) {
  const frame = document.createElement('div');
  frame.className = 'import-table';
  frame.tabIndex = 0;
  frame.setAttribute('role', 'region');
  frame.setAttribute('aria-label', caption);
  const element = document.createElement('table');
  element.createCaption().textContent = caption;
  const head = element.createTHead().insertRow();
  for (const heading of headings) {
    const cell = document.createElement('th');
    cell.scope = 'col';
    cell.textContent = heading;
    head.append(cell);
  }
  const body = element.createTBody();
  for (const row of rows) {
    const line = body.insertRow();
    for (const text of row) {
      const isolated = document.createElement('bdi');
      isolated.textContent = text;
      line.insertCell().append(isolated);
    }
  }
  frame.append(element);
  return frame;
}

function save(blob, name) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), POLL_MS);
}

const count = (n, word) => `${n} ${n === 1 ? word : `${word}s`}`;

/**
 * Brings the section to life.
 * @param {HTMLElement} root
 * @param {() => Promise<void>} done what to do once something was imported
 */
export const init = (root, done) => new ImportPanel(root, done);
