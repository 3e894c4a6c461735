// The page around the apps' frames: answers their calls, shows their flags. A message counts only from the window and the origin of a frame on this page.
"use strict";

// Loaded before the page's body: a frame can be ready to call before the page around it has been read to its end.
const frames = () => [...document.querySelectorAll("iframe[data-channel]")];
let lastFlag = 0;

function subject(frame) {
  return { module: frame.dataset.module, issue: frame.dataset.issueId || null, project: frame.dataset.projectId || null };
}

async function readTheme() {
  const sheet = await fetch("/assets/tokens.css");
  return { mode: document.documentElement.dataset.colorMode, css: await sheet.text() };
}

function closeFlag(id) {
  const flag = document.getElementById(id);
  if (flag) {
    flag.remove();
  }
}

function showFlag({ title, body, type, close }) {
  lastFlag += 1;
  const flag = document.createElement("div");
  flag.id = `flag-${lastFlag}`;
  flag.className = `flag flag-${["success", "warning", "error"].includes(type) ? type : "info"}`;
  flag.dataset.flag = type || "info";
  const text = document.createElement("div");
  const heading = document.createElement("strong");
  heading.textContent = title || "";
  const words = document.createElement("p");
  words.textContent = body || "";
  text.append(heading, words);
  const dismiss = document.createElement("button");
  dismiss.type = "button";
  dismiss.className = "flag-close";
  dismiss.setAttribute("aria-label", "Dismiss");
  dismiss.textContent = "\u00d7";
  dismiss.addEventListener("click", () => closeFlag(flag.id));
  flag.append(text, dismiss);
  document.getElementById("flags").append(flag);
  if (close === "auto") {
    setTimeout(() => closeFlag(flag.id), 8000);
  }
  return flag.id;
}

async function relay({ url, type, data, contentType, headers }) {
  const target = new URL(url, window.location.origin);
  if (target.origin !== window.location.origin || !target.pathname.startsWith("/rest/")) {
    throw new Error("Only the site's REST API can be called.");
  }
  const method = (type || "GET").toUpperCase();
  const answer = await fetch(target, {
    method,
    headers: { Accept: "application/json", ...(data && method !== "GET" ? { "Content-Type": contentType || "application/json" } : {}), ...headers },
    body: method === "GET" ? undefined : data,
  });
  return { ok: answer.ok, status: answer.status, statusText: answer.statusText, contentType: answer.headers.get("content-type"), body: await answer.text() };
}

async function refreshIssue() {
  const answer = await fetch(window.location.href);
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  document.querySelectorAll("[data-refresh]").forEach((part) => {
    const next = fresh.querySelector(`[data-refresh="${part.dataset.refresh}"]`);
    if (next) {
      part.replaceWith(document.adoptNode(next));
    }
  });
}

async function mintToken(frame) {
  const answer = await fetch("/bridge/token", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(subject(frame)),
  });
  if (!answer.ok) {
    throw new Error("No token.");
  }
  return answer.text();
}

const calls = {
  "context.getToken": (frame) => mintToken(frame),
  "context.getContext": (frame) => ({
    jira: {
      ...(frame.dataset.issueId ? { issue: { id: frame.dataset.issueId, key: frame.dataset.issueKey } } : {}),
      ...(frame.dataset.projectId ? { project: { id: frame.dataset.projectId, key: frame.dataset.projectKey } } : {}),
    },
  }),
  "resize": (frame, width, height) => {
    if (/^\d+(\.\d+)?(px|%)$/.test(height)) {
      frame.style.height = height;
    }
  },
  "sizeToParent": (frame) => {
    frame.style.height = `${Math.max(400, window.innerHeight - frame.getBoundingClientRect().top - window.scrollY - 24)}px`;
  },
  "flag.create": (frame, flag) => showFlag(flag || {}),
  "flag.close": (frame, id) => closeFlag(id),
  "request": (frame, settings) => relay(settings),
  "theming.get": () => readTheme(),
  "jira.refreshIssuePage": () => refreshIssue(),
  "getLocation": () => window.location.href,
  "user.getCurrentUser": () => ({ atlassianAccountId: document.body.dataset.accountId || null }),
  "events.emit": (frame, name, args) => {
    frames().forEach((other) => {
      if (other.dataset.origin === frame.dataset.origin) {
        send(other, { emitted: name, args });
      }
    });
  },
};

function send(frame, message) {
  frame.contentWindow.postMessage({ channel: frame.dataset.channel, ...message }, frame.dataset.origin);
}

window.addEventListener("message", async (event) => {
  const frame = event.data && frames().find((known) => known.dataset.channel === event.data.channel);
  if (!frame || event.source !== frame.contentWindow || event.origin !== frame.dataset.origin) {
    return;
  }
  const { id, name, args } = event.data;
  const handler = Object.hasOwn(calls, name) ? calls[name] : null;
  try {
    if (!handler) {
      throw new Error(`The local site does not know AP call "${name}".`);
    }
    send(frame, { id, result: await handler(frame, ...(args || [])) });
  } catch (failure) {
    send(frame, { id, error: String(failure.message || failure) });
  }
});

document.addEventListener("DOMContentLoaded", () => {
  // Choosing from a menu is enough; the button beside it is for those without scripts.
  document.querySelectorAll("[data-submit-on-change]").forEach((field) => {
    field.addEventListener("change", () => field.form.requestSubmit());
  });

  // A delete asks once more.
  document.querySelectorAll("form[data-confirm]").forEach((form) => {
    form.addEventListener("submit", (event) => {
      if (!window.confirm(form.dataset.confirm)) {
        event.preventDefault();
      }
    });
  });
});
