import { flag } from './bridge.js';

const live = document.getElementById('live');
const notice = document.getElementById('notice');
const busy = document.getElementById('busy');

/** So long a change may take before those who listen are told that it goes on. */
const SILENCE_MS = 1_000;

/** What to say when a change was stored but the page could not be drawn again. */
export const RELOAD = 'Your change is saved, but this page could not be drawn again. Reload it to see the change.';

/** Says something to people who listen instead of look. */
export function announce(text) {
  live.textContent = '';
  requestAnimationFrame(() => {
    live.textContent = text;
  });
}

/** Shows a quiet notice at the end of the page, or takes it away. */
export function showNotice(text) {
  notice.textContent = text ?? '';
  notice.hidden = !text;
}

/** Says at once that a change is under way, until what it returns is called. */
export function working(element) {
  element.setAttribute('aria-busy', 'true');
  busy.hidden = false;
  const silence = setTimeout(() => announce(busy.textContent), SILENCE_MS);
  return () => {
    clearTimeout(silence);
    busy.hidden = true;
    element.removeAttribute('aria-busy');
  };
}

/** A change was saved. */
export function saved(text) {
  showNotice(null);
  announce(text);
  flag('success', text);
}

/** A change was not saved. What was typed is still there. */
export function failed(error) {
  showNotice(error.message);
  announce(error.message);
  flag('error', 'Not saved', error.message);
}

/** What to say when it could not be found out what this person may do: whose fault it is, and what helps. */
export function permissionNotice(error) {
  switch (error.code) {
    case 'bridge.missing':
    case 'page.unknown':
      return error.message;
    case 'jira.unavailable':
      return 'Jira does not answer right now, so nothing can be changed here for the moment. Reload the page in a minute.';
    default:
      if (error.status === 403 || error.status === 404) {
        return error.message;
      }
      return 'Straightline does not answer right now, so nothing can be changed here for the moment. Reload the page in a minute.';
  }
}

/** Moves the focus to the element that plays the part `name`, if it is there and can be seen. */
export function focusPart(root, ...names) {
  for (const name of names) {
    const part = root.querySelector(`[data-focus="${CSS.escape(name)}"]`);
    if (part && part.offsetParent !== null) {
      part.focus();
      return;
    }
  }
}
