// The form of the public works without this. With it, the proof of work is done while the person writes, so that the
// opinion is registered at once instead of in a few minutes.
'use strict';

const batch = 256;
const longestWaitMs = 15000;
/** What is sent sooner after the page was opened is taken for a program's; a prepared text is pasted in less. */
const shortestWritingMs = 3500;

const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** The number with which SHA-256 of `ticket:number` begins with enough zero bits. */
async function prove(ticket, bits) {
  const encoder = new TextEncoder();
  for (let from = 0; ; from += batch) {
    const digests = await Promise.all(
      Array.from({ length: batch }, (_, index) =>
        crypto.subtle.digest('SHA-256', encoder.encode(`${ticket}:${from + index}`)),
      ),
    );
    const found = digests.findIndex((digest) => new DataView(digest).getUint32(0) >>> (32 - bits) === 0);
    if (found >= 0) return String(from + found);
    // Writing must stay smooth on a slow telephone.
    await wait(0);
  }
}

function proveWhileWriting(form) {
  const proof = form.elements.namedItem('proof');
  const state = form.querySelector('[data-proof-state]');
  const proven = prove(form.elements.namedItem('ticket').value, Number(form.dataset.proofBits)).then(
    (answer) => {
      proof.value = answer;
    },
  );
  const written = wait(shortestWritingMs);
  let ready = false;
  void Promise.all([proven, written]).then(() => {
    ready = true;
  });
  let sending = false;
  form.addEventListener('submit', (event) => {
    if (sending) return event.preventDefault();
    sending = true;
    if (ready) return undefined;
    event.preventDefault();
    state.textContent = '正在完成校验，马上提交，请稍候……';
    const patient = Promise.all([Promise.race([proven, wait(longestWaitMs)]), written]);
    return patient.then(() => form.submit());
  });
  // The browser may show the page again as it was, when somebody goes back to it.
  addEventListener('pageshow', () => {
    sending = false;
  });
}

function countWhileWriting(label) {
  const field = document.getElementById(label.dataset.counts);
  const say = () => {
    label.textContent = `${field.value.length}字，最多${field.maxLength}字`;
  };
  field.addEventListener('input', say);
  say();
}

for (const form of document.querySelectorAll('form[data-proof-bits]'))
  if (globalThis.crypto?.subtle) proveWhileWriting(form);
for (const label of document.querySelectorAll('[data-counts]')) countWhileWriting(label);
