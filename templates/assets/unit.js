// The unit's form: more rows without saving first, and saving by itself. Everything works without this.
'use strict';

// A button under each list adds an empty row: a copy of the last one, its fields numbered on.
const copyOf = (row, list, number) => {
  const copy = row.cloneNode(true);
  copy.dataset.blank = '';
  for (const field of copy.querySelectorAll('input, textarea, select')) {
    field.name = field.name.replace(/^[a-z]+-\d+-/, `${list}-${number}-`);
    if (field.type === 'checkbox') field.checked = false;
    else if (field.tagName === 'SELECT') field.selectedIndex = 0;
    else field.value = '';
  }
  for (const label of copy.querySelectorAll('.label'))
    label.textContent = label.textContent.replace(/^(目标|指标|问题|任务|数据)\d+$/, `$1${number + 1}`);
  return copy;
};
for (const rows of document.querySelectorAll('[data-rows]')) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'button small';
  button.textContent = '增加一行';
  button.addEventListener('click', () => {
    const all = rows.querySelectorAll('.row');
    const copy = copyOf(all[all.length - 1], rows.dataset.rows, all.length);
    button.before(copy);
    copy.querySelector('input').focus();
  });
  rows.append(button);
}

// Saves on a pause in typing, one request at a time. What could not be saved stays in the form (and in the browser,
// see keep.js), is said beside the field, and is tried again: by itself, when the tab is looked at, and on each press.
(() => {
  const form = document.querySelector('form[data-autosave]');
  if (form === null) return;
  const pauseMs = 2000;
  const retryMs = 15_000;
  let timer = 0;
  let underWay = null;
  let isSaved = true;
  let lastField = null;

  const notice = document.createElement('p');
  notice.className = 'unsaved small';
  notice.setAttribute('role', 'status');

  function say(sentence) {
    if (sentence === null) return notice.remove();
    notice.textContent = sentence;
    const place = lastField?.closest('label') ?? form.querySelector('textarea').closest('label');
    if (notice.previousElementSibling !== place) place.after(notice);
    return undefined;
  }

  /** Why it is not saved, in the server's words where it has some. */
  async function reasonOf(answer) {
    const html = await answer.text();
    const said = new DOMParser()
      .parseFromString(html, 'text/html')
      .querySelector('.refused')
      ?.textContent.trim();
    return said ?? `服务器没有收下（${answer.status}）。`;
  }

  async function attempt() {
    const values = globalThis.typedValues(form);
    const body = new URLSearchParams(new FormData(form));
    body.delete('formTicket');
    let answer;
    try {
      const headers = { accept: 'text/html', 'hx-request': 'true' };
      answer = await fetch(form.dataset.autosave, { method: 'POST', body, headers });
    } catch {
      return '连接中断。';
    }
    if (!answer.ok) return reasonOf(answer);
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const saved = page.getElementById('saved');
    if (saved === null) return '服务器没有收下。';
    document.getElementById('saved').replaceWith(saved);
    if (saved.dataset.conflict !== undefined) return saved.textContent.trim();
    form.dispatchEvent(new CustomEvent('bianzhi:saved', { detail: { values } }));
    isSaved = JSON.stringify(values) === JSON.stringify(globalThis.typedValues(form));
    return null;
  }

  /** @returns whether the server has what is in the form */
  async function save() {
    clearTimeout(timer);
    if (underWay !== null) await underWay;
    underWay = attempt();
    const why = await underWay;
    underWay = null;
    say(why === null ? null : `这里所写的还没有保存到服务器，留在本浏览器中，不会丢失。${why}`);
    if (why !== null) timer = setTimeout(save, retryMs);
    else if (!isSaved) timer = setTimeout(save, pauseMs);
    return why === null && isSaved;
  }

  form.addEventListener('input', (event) => {
    isSaved = false;
    lastField = event.target;
    if (notice.isConnected) return;
    clearTimeout(timer);
    timer = setTimeout(save, pauseMs);
  });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible' && !isSaved) void save();
  });
  addEventListener('focus', () => {
    if (!isSaved) void save();
  });
  addEventListener('online', () => {
    if (!isSaved) void save();
  });

  // A press first saves in the background: only what the server has leaves the page.
  let mayLeave = false;
  form.addEventListener(
    'submit',
    (event) => {
      if (mayLeave) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      const button = event.submitter;
      void save().then((done) => {
        const inConflict = document.getElementById('saved').dataset.conflict !== undefined;
        if (!done && !inConflict) return notice.scrollIntoView({ block: 'nearest' });
        mayLeave = true;
        form.requestSubmit(button);
        mayLeave = false;
        return undefined;
      });
    },
    true,
  );
})();
