/**
 * Tabs whose list and panels are drawn by the server (WAI-ARIA tabs pattern): arrows move, and what is focused is shown. Listens at the root, so that the tabs
 * may be drawn again.
 */
export class Tabs {
  constructor(root) {
    this.root = root;
    this.shown = null;
    root.addEventListener('click', (event) => {
      const tab = event.target.closest('[role="tab"]');
      if (tab) {
        this.show(tab);
      }
    });
    root.addEventListener('keydown', (event) => this.onKey(event));
  }

  get all() {
    return [...this.root.querySelectorAll('[role="tab"]')];
  }

  /** Shows what was shown before the tabs were drawn again. */
  restore() {
    const tab = this.all.find(({ id }) => id === this.shown);
    if (tab) {
      this.show(tab);
    }
  }

  show(tab) {
    this.shown = tab.id;
    for (const other of this.all) {
      const isShown = other === tab;
      other.setAttribute('aria-selected', String(isShown));
      other.tabIndex = isShown ? 0 : -1;
      this.root.querySelector(`#${CSS.escape(other.getAttribute('aria-controls'))}`).hidden = !isShown;
    }
  }

  onKey(event) {
    const tab = event.target.closest('[role="tab"]');
    if (!tab) {
      return;
    }
    const { all } = this;
    const index = all.indexOf(tab);
    const next = {
      ArrowRight: all[(index + 1) % all.length],
      ArrowLeft: all.at(index - 1),
      Home: all[0],
      End: all.at(-1),
    }[event.key];
    if (next) {
      event.preventDefault();
      this.show(next);
      next.focus();
    }
  }
}
