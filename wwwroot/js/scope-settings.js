import { call } from './api.js';
import { Form } from './forms.js';
import { OwnerPicker } from './owner-picker.js';
import { saved } from './page.js';
import { showNames } from './people.js';

const PEOPLE = ['owner', 'mappingOwner', 'deputy'];

/** The values of a scope as its form carries them. */
export const valuesOf = (scope) => ({ ...scope, parentId: scope.parentId ?? '', deputyUntil: scope.deputyUntil ?? '', holidays: scope.holidays.join('\n') });

/** What a form says, as the API takes it; `scope` keeps what the form does not show. */
export function bodyOf(form, scope) {
  const optional = (name) => form.text(name) || null;
  return {
    name: form.text('name'),
    kind: form.input('kind') ? form.text('kind') : undefined,
    parentId: form.input('parentId') ? optional('parentId') : scope.parentId,
    owner: optional('owner'),
    mappingOwner: optional('mappingOwner'),
    deputy: optional('deputy'),
    deputyUntil: optional('deputyUntil'),
    rhythm: form.text('rhythm'),
    meetingDay: form.text('meetingDay'),
    dueTime: form.text('dueTime').slice(0, 5),
    timeZone: form.text('timeZone').trim(),
    holidays: form.text('holidays').split(/[\s,;]+/).filter(Boolean),
  };
}

/** Fills a scope's form and makes its pickers live. */
export function fillScope(form, scope, projectKey) {
  form.version = scope.version;
  offerTimeZones(form);
  for (const name of PEOPLE) {
    new OwnerPicker(form.field(name).querySelector('[data-people]'), projectKey).set(scope[name]);
  }
  form.fill(valuesOf(scope));
}

/** Shows what somebody else has saved meanwhile. */
export async function rebaseScope(form, id) {
  try {
    const theirs = await call('GET', `scopes/${id}`);
    form.rebase(valuesOf(theirs), theirs.version);
    showNames(form.element);
  } catch (error) {
    form.showError(error);
  }
}

/**
 * Makes the settings of a team below `root` live.
 * @param {HTMLElement} root
 * @param {{projectKey?: string, done?: (scope: object) => void}} place
 */
export function init(root, { projectKey = '', done = () => {} } = {}) {
  const element = root.querySelector('form[data-scope-settings]');
  if (!element || element.dataset.live) {
    return;
  }
  element.dataset.live = 'true';
  let scope = JSON.parse(element.dataset.scope);
  const form = new Form(element, null, {
    submit: async () => {
      scope = await call('PUT', `scopes/${scope.id}`, bodyOf(form, scope), { version: form.version });
      form.version = scope.version;
      form.fill(valuesOf(scope));
      saved('Settings saved');
      done(scope);
    },
    rebase: () => rebaseScope(form, scope.id),
  });
  fillScope(form, scope, projectKey);
}

function offerTimeZones(form) {
  const input = form.input('timeZone');
  if (!Intl.supportedValuesOf || input.list) {
    return;
  }
  const list = document.createElement('datalist');
  list.id = `${input.id}-zones`;
  list.append(...Intl.supportedValuesOf('timeZone').map((zone) => new Option(zone)));
  input.after(list);
  input.setAttribute('list', list.id);
}
