import { getToken, hasBridge } from './bridge.js';

// Relative to this file, so that a base path in front of the host may be anything: <base>/static/<version>/js/api.js
const ROOT = new URL('../../../api/v1/', import.meta.url);

const PAGE_UNKNOWN = 'Straightline does not recognise this page any more. Reload it; if that does not help, the app was removed or updated.';

/** A refusal: the server's ProblemDetails, or the lack of an answer. */
export class ApiError extends Error {
  /**
   * @param {number} status the HTTP status, 0 without an answer
   * @param {string} code the stable code, for example `answer.edit_not_allowed`
   * @param {string} message one sentence for a person
   * @param {{field: string, code: string, message: string}[]} fields what is wrong with which field
   * @param {object|null} current how the thing is now, when somebody else was faster
   */
  constructor(status, code, message, fields = [], current = null) {
    super(message);
    this.name = 'ApiError';
    this.status = status;
    this.code = code;
    this.fields = fields;
    this.current = current;
  }

  /** Whether somebody else has changed the thing meanwhile; other conflicts are about its state. */
  get isStale() {
    return this.code.endsWith('.changed_meanwhile');
  }
}

/**
 * Calls the API and reads JSON; null for an answer without a body.
 * @param {string} method
 * @param {string} path
 * @param {object|Blob} [body] a Blob is sent as it is, with its type
 * @param {{version?: number, key?: string}} [terms] the version that is edited; a key under which a repetition counts once
 */
export async function call(method, path, body, terms = {}) {
  const response = await send(method, path, body, 'application/json', terms);
  return response.status === 204 ? null : response.json();
}

/** Fetches a fragment of HTML that our own server has rendered and encoded. */
export async function fetchFragment(path) {
  const response = await send('GET', path, undefined, 'text/html');
  const parsed = new DOMParser().parseFromString(await response.text(), 'text/html');
  return parsed.body;
}

/** Fetches a file, for example an export. */
export async function fetchFile(path) {
  return (await send('GET', path, undefined, '*/*')).blob();
}

/** A number exactly as it was typed: a script's number would round the longest of them. */
export const exactNumber = (text) => (JSON.rawJSON ? JSON.rawJSON(text) : Number(text));

async function send(method, path, body, accept, terms = {}) {
  let response = await attempt(method, path, body, accept, terms);
  if (response.status === 401) {
    // The token ran out in a tab that was left open; the bridge gives a new one.
    response = await attempt(method, path, body, accept, terms);
  }
  if (!response.ok) {
    throw await toError(response);
  }
  return response;
}

async function attempt(method, path, body, accept, { version, key }) {
  const token = await getToken();
  if (token === null) {
    throw hasBridge() ? new ApiError(0, 'page.unknown', PAGE_UNKNOWN) : new ApiError(0, 'bridge.missing', 'Open this page in Jira to make changes.');
  }
  try {
    return await fetch(new URL(path, ROOT), {
      method,
      headers: {
        Authorization: `JWT ${token}`,
        Accept: accept,
        ...(body === undefined ? {} : { 'Content-Type': body instanceof Blob ? body.type : 'application/json' }),
        ...(version === undefined ? {} : { 'If-Match': `"${version}"` }),
        ...(key === undefined ? {} : { 'Idempotency-Key': key }),
      },
      body: body === undefined || body instanceof Blob ? body : JSON.stringify(body),
      credentials: 'omit',
      cache: 'no-store',
    });
  } catch {
    throw new ApiError(0, 'network', 'Straightline does not answer. Check the connection and try again.');
  }
}

async function toError(response) {
  if (response.status === 401) {
    return new ApiError(401, 'page.unknown', PAGE_UNKNOWN);
  }
  let problem = {};
  try {
    problem = await response.json();
  } catch {
    // Not a ProblemDetails, for example from a proxy in between; the status says enough.
  }
  const code = String(problem.type ?? '').replace('urn:straightline:problem:', '') || `http.${response.status}`;
  const message = code.startsWith('http.') ? 'That did not work. Nothing was changed; try again.' : problem.title;
  return new ApiError(response.status, code, message, Array.isArray(problem.errors) ? problem.errors : [], problem.current ?? null);
}
