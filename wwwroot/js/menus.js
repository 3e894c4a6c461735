/** The keyboard and the manners of menus that are disclosures: one at a time, and Escape closes. */
export function keepMenus(root) {
  const open = () => [...root.querySelectorAll('[data-menu][open]')];
  root.addEventListener(
    'toggle',
    ({ target }) => {
      if (target.matches('[data-menu]') && target.open) {
        open().filter((menu) => menu !== target).forEach((menu) => menu.removeAttribute('open'));
      }
    },
    true,
  );
  root.addEventListener('keydown', (event) => {
    const menu = event.target.closest('[data-menu][open]');
    if (menu && event.key === 'Escape') {
      menu.removeAttribute('open');
      menu.querySelector('summary').focus();
      event.preventDefault();
    }
  });
}
