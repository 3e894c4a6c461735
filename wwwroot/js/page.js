import { flag } from './bridge.js';

const live = document.getElementById('live');
const notice = document.getElementById('notice');

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

/** What to say when the server could not find out what this person may do. */
export function permissionNotice(error) {
  if (error.code === 'bridge.missing') {
    return 'Open this page in Jira to make changes.';
  }
  return 'Jira does not answer right now, so nothing can be changed here for the moment. What you see is up to date.';
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
