// Comforts on top of pages that work without them.
'use strict';

const token = document.querySelector('meta[name="form-token"]')?.content ?? '';

// Parts of a page that are fetched carry the form's token; sentences of a refusal are shown like any answer.
document.addEventListener('htmx:configRequest', (event) => {
  event.detail.headers['x-form-token'] = token;
});
document.addEventListener('htmx:beforeSwap', (event) => {
  const { status } = event.detail.xhr;
  if (status >= 400 && status < 600) {
    event.detail.shouldSwap = true;
    event.detail.isError = false;
  }
});

// A second press of the same button must not send the form twice.
document.addEventListener('submit', (event) => {
  const form = event.target;
  if (form.dataset.sent === 'yes') return event.preventDefault();
  if (form.method === 'dialog' || event.defaultPrevented || form.hasAttribute('hx-post')) return;
  form.dataset.sent = 'yes';
  setTimeout(() => delete form.dataset.sent, 8000);
});
window.addEventListener('pageshow', () => {
  for (const form of document.forms) delete form.dataset.sent;
});

// <textarea data-count="id"> shows its number of characters, blanks not counted, in the element of that id.
const count = (field) => {
  const place = document.getElementById(field.dataset.count);
  if (!place) return;
  place.textContent = String([...field.value.replace(/\s/g, '')].length);
  // Hidden where no script counts: a number that never changes would be wrong.
  place.parentElement.hidden = false;
};
document.addEventListener('input', (event) => {
  if (event.target.dataset?.count) count(event.target);
});
for (const field of document.querySelectorAll('[data-count]')) count(field);

// <input type="checkbox" data-all="name"> ticks every box of that name.
document.addEventListener('change', (event) => {
  const { all } = event.target.dataset ?? {};
  if (all === undefined) return;
  for (const box of document.querySelectorAll(`input[name="${all}"]`)) box.checked = event.target.checked;
});

// <select data-submit> sends its form when another entry is chosen.
document.addEventListener('change', (event) => {
  if (event.target.dataset?.submit !== undefined) event.target.form.requestSubmit();
});

// <button data-print> prints the page; it is shown only where scripts run.
for (const button of document.querySelectorAll('[data-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => window.print());
}
