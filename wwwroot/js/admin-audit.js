import { call, fetchFile } from './api.js';
import { Form } from './forms.js';
import { OwnerPicker } from './owner-picker.js';
import { announce, failed } from './page.js';
import { showNames } from './people.js';

const FIELDS = ['action', 'from', 'until', 'actor'];

/** The audit as a table with a filter, and as a file. */
export class AuditTable {
  constructor(root) {
    const element = root.querySelector('#audit-form');
    this.rows = root.querySelector('#audit-table tbody');
    this.empty = root.querySelector('#audit-empty');
    this.more = root.querySelector('#audit-more');
    this.form = new Form(element, null, { submit: () => this.show() });
    new OwnerPicker(element.querySelector('[data-people]'), '').set('');
    this.form.fill({});
    this.more.addEventListener('click', () => this.show(this.next).catch(failed));
    element.addEventListener('click', (event) => {
      const { export: format } = event.target.dataset;
      if (format) {
        this.download(format).catch(failed);
      }
    });
    root.querySelector('#tab-audit').addEventListener('click', () => this.rows.childElementCount === 0 && this.show().catch(failed));
  }

  query(more) {
    const query = new URLSearchParams(more);
    for (const field of FIELDS) {
      if (this.form.text(field)) {
        query.set(field, this.form.text(field));
      }
    }
    return query;
  }

  async show(after) {
    const { items, next } = await call('GET', `audit?${this.query(after ? { after } : {})}`);
    const rows = items.map(rowOf);
    this.rows.replaceChildren(...(after ? this.rows.children : []), ...rows);
    this.next = next;
    this.more.hidden = next === null;
    this.empty.hidden = this.rows.childElementCount > 0;
    showNames(this.rows);
    announce(`${items.length} changes`);
  }

  async download(format) {
    const address = URL.createObjectURL(await fetchFile(`audit/export?${this.query({ format })}`));
    const link = document.createElement('a');
    link.href = address;
    link.download = `straightline-audit.${format}`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
  }
}

function rowOf({ at, actor, action, entityType, entityId, before, after, via }) {
  const row = document.createElement('tr');
  const time = document.createElement('time');
  time.dateTime = at;
  time.title = at;
  time.textContent = new Date(at).toLocaleString();
  const who = document.createElement('span');
  if (actor) {
    who.dataset.accountId = actor;
  } else {
    who.textContent = via;
  }
  const what = document.createElement('span');
  what.title = `${entityType} ${entityId}`;
  what.textContent = action;
  const change = document.createElement('bdi');
  change.textContent = changeOf(before, after);
  row.append(...[time, who, what, change].map((content) => {
    const cell = document.createElement('td');
    cell.append(content);
    return cell;
  }));
  return row;
}

/** Only what differs, as words. */
function changeOf(before, after) {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((name) => (before[name] ?? null) !== (after[name] ?? null))
    .map((name) => (name in before ? `${name}: ${before[name] ?? 'nothing'} → ${after[name] ?? 'nothing'}` : `${name}: ${after[name] ?? 'nothing'}`))
    .join('; ');
}
