import { readJira } from './bridge.js';

const names = new Map();

/** Writes the display names of people into every `[data-account-id]` below `root`. Names come from Jira in the browser and are stored nowhere. */
export async function showNames(root) {
  const places = [...root.querySelectorAll('[data-account-id]')];
  await learn(places.map((place) => place.dataset.accountId));
  for (const place of places) {
    place.textContent = names.get(place.dataset.accountId) ?? 'Name not available';
  }
}

/** The display name of one person, or null. */
export async function nameOf(accountId) {
  await learn([accountId]);
  return names.get(accountId) ?? null;
}

/** People who can be assigned in a project, or without one all of the site, whose name fits; null when Jira does not answer. */
export async function searchPeople(projectKey, query) {
  const found = await readJira(
    projectKey
      ? `/rest/api/3/user/assignable/search?project=${encodeURIComponent(projectKey)}&query=${encodeURIComponent(query)}&maxResults=8`
      : `/rest/api/3/user/search?query=${encodeURIComponent(query)}&maxResults=8`,
  );
  if (!Array.isArray(found)) {
    return null;
  }
  const people = found.map(({ accountId, displayName }) => ({ accountId, name: displayName }));
  people.forEach(({ accountId, name }) => names.set(accountId, name));
  return people;
}

async function learn(accountIds) {
  const unknown = [...new Set(accountIds)].filter((id) => id && !names.has(id));
  // Jira takes at most 200 ids; addresses stay short with fewer.
  for (let start = 0; start < unknown.length; start += 50) {
    const part = unknown.slice(start, start + 50);
    const query = part.map((id) => `accountId=${encodeURIComponent(id)}`).join('&');
    const page = await readJira(`/rest/api/3/user/bulk?maxResults=${part.length}&${query}`);
    for (const { accountId, displayName } of page?.values ?? []) {
      names.set(accountId, displayName);
    }
  }
}
