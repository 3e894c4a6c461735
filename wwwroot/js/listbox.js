/**
 * The keyboard of a combobox with a list (WAI-ARIA combobox pattern): focus stays in the input, `aria-activedescendant` says which option is
 * meant. Which options there are, and which of them can be seen, is the owner's business.
 */
export class Listbox {
  /**
   * @param {HTMLInputElement} input
   * @param {HTMLElement} list the element with role listbox
   * @param {{choose: (option: HTMLElement) => void, escape: () => void}} owner
   */
  constructor(input, list, owner) {
    this.input = input;
    this.list = list;
    this.owner = owner;
    input.addEventListener('keydown', (event) => this.onKey(event));
    // The input keeps the focus when an option is pressed.
    list.addEventListener('pointerdown', (event) => event.preventDefault());
    list.addEventListener('click', (event) => {
      const option = event.target.closest('[role="option"]');
      if (option) {
        owner.choose(option);
      }
    });
  }

  get options() {
    return [...this.list.querySelectorAll('[role="option"]:not([hidden])')];
  }

  get active() {
    return this.list.querySelector('.is-active:not([hidden])');
  }

  activate(option) {
    this.list.querySelector('.is-active')?.classList.remove('is-active');
    if (option) {
      option.classList.add('is-active');
      this.input.setAttribute('aria-activedescendant', option.id);
      option.scrollIntoView?.({ block: 'nearest' });
    } else {
      this.input.removeAttribute('aria-activedescendant');
    }
  }

  onKey(event) {
    if (event.isComposing) {
      return;
    }
    const options = this.options;
    const index = options.indexOf(this.active);
    switch (event.key) {
      case 'ArrowDown':
        this.activate(options[index + 1] ?? options[0]);
        break;
      case 'ArrowUp':
        this.activate(options[index - 1] ?? options.at(-1));
        break;
      case 'Enter':
        if (this.active) {
          this.owner.choose(this.active);
        }
        break;
      case 'Escape':
        this.owner.escape();
        break;
      default:
        return;
    }
    event.preventDefault();
  }
}
