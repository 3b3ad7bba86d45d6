// Keys of the workbench; everything they do a link or a button does as well.
'use strict';

const keys = document.getElementById('keys');
const typing = (element) =>
  element instanceof HTMLTextAreaElement ||
  element instanceof HTMLSelectElement ||
  (element instanceof HTMLInputElement && !['radio', 'checkbox'].includes(element.type));

const opener = document.querySelector('[data-keys]');
opener.hidden = false;
opener.addEventListener('click', () => keys.showModal());

// A snippet is put at the end of what is written already.
const reason = document.getElementById('reason');
for (const list of document.querySelectorAll('.snippets')) list.hidden = false;
for (const button of document.querySelectorAll('[data-snippet]')) {
  button.addEventListener('click', () => {
    reason.value += button.dataset.snippet;
    reason.focus();
  });
}

function send() {
  const button =
    document.querySelector('#dispose .button.primary') ?? document.querySelector('[data-key="enter"]');
  button?.form.requestSubmit(button);
}

document.addEventListener('keydown', (event) => {
  if (event.isComposing || keys.open) return;
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    return send();
  }
  if (event.key === 'Escape' && typing(event.target)) return event.target.blur();
  if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
  if (event.key === '?') return keys.showModal();
  const place = document.querySelector(`[data-key="${CSS.escape(event.key.toLowerCase())}"]`);
  if (place === null || event.key === 'Enter') return;
  event.preventDefault();
  if (place instanceof HTMLTextAreaElement) place.focus();
  else place.click();
});
