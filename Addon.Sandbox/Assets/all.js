// The local site's side of the app bridge inside an app's frame: the part of the platform's all.js that this product uses.
// Every call is a message to the page around the frame; only that page's origin (xdm_e, covered by the frame URL's signature) is talked to.
(function () {
  "use strict";

  const query = new URLSearchParams(window.location.search);
  const hostOrigin = query.get("xdm_e");
  const channel = query.get("xdm_c");
  const script = document.currentScript;
  const options = Object.fromEntries(
    ((script && script.dataset.options) || "").split(";").filter(Boolean).map((part) => part.split(":").map((text) => text.trim())));
  const pending = new Map();
  const listeners = new Map();
  let lastId = 0;
  let sized = false;

  function call(name, ...args) {
    if (!hostOrigin || !channel || window.parent === window) {
      return new Promise(() => {});
    }
    return new Promise((resolve, reject) => {
      lastId += 1;
      pending.set(lastId, { resolve, reject });
      window.parent.postMessage({ channel, id: lastId, name, args }, hostOrigin);
    });
  }

  window.addEventListener("message", (event) => {
    if (event.source !== window.parent || event.origin !== hostOrigin || !event.data || event.data.channel !== channel) {
      return;
    }
    const { id, error, result, emitted, args } = event.data;
    if (emitted) {
      [...(listeners.get(emitted) || [])].forEach((listener) => listener(...(args || [])));
      return;
    }
    const waiting = pending.get(id);
    if (waiting) {
      pending.delete(id);
      if (error) {
        waiting.reject(error);
      } else {
        waiting.resolve(result);
      }
    }
  });

  // The platform's functions take a callback and also return a promise.
  function answering(promise, callback) {
    if (typeof callback === "function") {
      promise.then(callback, () => {});
    }
    return promise;
  }

  const events = {
    on(name, listener) {
      listeners.set(name, [...(listeners.get(name) || []), listener]);
    },
    once(name, listener) {
      const one = (...args) => {
        events.off(name, one);
        listener(...args);
      };
      events.on(name, one);
    },
    off(name, listener) {
      listeners.set(name, (listeners.get(name) || []).filter((known) => known !== listener));
    },
    emit(name, ...args) {
      call("events.emit", name, args);
    },
  };

  function debounce(action, delay) {
    let timer = 0;
    return (...args) => {
      clearTimeout(timer);
      timer = setTimeout(() => action(...args), delay);
    };
  }

  const resize = debounce((width, height) => {
    if (!sized) {
      call("resize", String(width || "100%"), String(height));
    }
  }, 50);

  function contentHeight() {
    const content = document.querySelector(".ac-content") || document.body;
    const margin = parseFloat(getComputedStyle(document.body).marginBottom) || 0;
    return Math.ceil(content.getBoundingClientRect().bottom + window.scrollY + margin);
  }

  function fit() {
    resize("100%", `${contentHeight()}px`);
  }

  let seenTheme = 0;
  function applyTheme(theme) {
    seenTheme += 1;
    const root = document.documentElement;
    root.dataset.colorMode = theme.mode;
    root.dataset.theme = "light:light dark:dark";
    let sheet = document.getElementById("ap-theme");
    if (!sheet) {
      sheet = document.createElement("style");
      sheet.id = "ap-theme";
      document.head.append(sheet);
    }
    sheet.textContent = theme.css;
  }

  window.AP = {
    context: {
      getToken: (callback) => answering(call("context.getToken"), callback),
      getContext: (callback) => answering(call("context.getContext"), callback),
    },
    resize(width, height) {
      const given = height === undefined ? `${contentHeight()}px` : height;
      resize(width || "100%", /^\d+$/.test(String(given)) ? `${given}px` : given);
    },
    sizeToParent(hideFooter) {
      sized = true;
      call("sizeToParent", Boolean(hideFooter));
    },
    flag: {
      create(flag) {
        const shown = call("flag.create", flag);
        return { close: () => shown.then((id) => call("flag.close", id)) };
      },
    },
    request(url, given) {
      const settings = typeof url === "string" ? { ...given, url } : url;
      const { success, error, ...sent } = settings;
      return call("request", sent).then((answer) => {
        const xhr = {
          status: answer.status,
          statusText: answer.statusText,
          responseText: answer.body,
          getResponseHeader: (name) => (name.toLowerCase() === "content-type" ? answer.contentType : null),
        };
        if (answer.ok) {
          if (success) {
            success(answer.body, "success", xhr);
          }
          return { body: answer.body, xhr };
        }
        if (error) {
          error(xhr, "error", answer.statusText);
          return undefined;
        }
        return Promise.reject({ xhr, err: answer.statusText });
      });
    },
    theming: {
      initializeTheming() {
        const before = seenTheme;
        events.on("theming.changed", applyTheme);
        return call("theming.get").then((theme) => {
          if (seenTheme === before) {
            applyTheme(theme);
          }
        });
      },
    },
    jira: {
      refreshIssuePage: () => call("jira.refreshIssuePage"),
    },
    events,
    getLocation: (callback) => answering(call("getLocation"), callback),
    user: {
      getCurrentUser: (callback) => answering(call("user.getCurrentUser"), callback),
    },
  };

  if (options.sizeToParent === "true") {
    window.AP.sizeToParent(options.hideFooter === "true");
  }

  if (options.resize !== "false") {
    const start = () => {
      const content = document.querySelector(".ac-content");
      if (content) {
        new ResizeObserver(fit).observe(content);
        fit();
      }
    };
    if (document.readyState === "loading") {
      document.addEventListener("DOMContentLoaded", start);
    } else {
      start();
    }
  }
})();
