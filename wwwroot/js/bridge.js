/**
 * The only file that knows AP, the platform's bridge to the page around this iframe. Everything works without it, too: then there is no
 * token, so pages stay readable and offer no changes.
 */

const TOKEN_PATIENCE_MS = 5_000;

let shownFlag = null;

const ap = () => globalThis.AP;

/** Whether the page around us offers its bridge at all. */
export const hasBridge = () => Boolean(ap()?.context?.getToken);

/** A fresh context token, or null when there is no bridge or it does not answer. */
export function getToken() {
  return new Promise((resolve) => {
    if (!ap()?.context?.getToken) {
      resolve(null);
      return;
    }
    const patience = setTimeout(() => resolve(null), TOKEN_PATIENCE_MS);
    const settle = (token) => {
      clearTimeout(patience);
      resolve(token || null);
    };
    // A refusal comes by the promise alone, where there is one.
    ap().context.getToken(settle)?.catch?.(() => settle(null));
  });
}

/** Tells the page around us how high we are. */
export function resize() {
  const content = document.querySelector('.ac-content');
  ap()?.resize?.('100%', `${Math.ceil(content.getBoundingClientRect().height)}px`);
}

/** Follows every change of our height until the page closes. */
export function keepSized() {
  resize();
  new ResizeObserver(resize).observe(document.querySelector('.ac-content'));
}

/**
 * Shows a flag of the site in place of our last one: several would cover what is used next. Only our own constant words go there, since the site
 * decides how it renders them.
 */
export function flag(type, title, body = '') {
  shownFlag?.close?.();
  shownFlag = ap()?.flag?.create?.({ type, title, body, close: type === 'error' ? 'manual' : 'auto' }) ?? null;
}

/** Reads from Jira's REST API as the person who looks at the page; null when that is not possible. */
export function readJira(path) {
  return new Promise((resolve) => {
    if (!ap()?.request) {
      resolve(null);
      return;
    }
    ap().request(path, {
      type: 'GET',
      success: (body) => resolve(parse(body)),
      error: () => resolve(null),
    });
  });
}

/** Calls back when somebody else changed the issue that the page around us shows. */
export function onIssueChanged(listener) {
  ap()?.events?.on?.('ISSUE_CHANGED', listener);
}

/** Takes the site's theme over. */
function initializeTheming() {
  ap()?.theming?.initializeTheming?.();
}

function parse(body) {
  if (typeof body !== 'string') {
    return body ?? null;
  }
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}

initializeTheming();
