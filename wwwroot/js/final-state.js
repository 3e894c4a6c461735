const FINAL = ['achieved', 'missed', 'killed'];

/** Says in the form that the state just chosen is the last one: nothing leads back out of it. */
export function warnOfEnd(form, key) {
  const select = form.input('state');
  const before = select.value;
  const warning = document.createElement('p');
  warning.className = 'field-warning';
  warning.setAttribute('role', 'status');
  select.after(warning);
  select.addEventListener('change', () => {
    const ends = select.value !== before && FINAL.includes(select.value);
    warning.textContent = ends ? `This ends ${key ?? 'the key result'}; it cannot be reopened yet.` : '';
  });
}
