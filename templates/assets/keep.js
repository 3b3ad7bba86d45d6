// What is typed into a form with a longer text stays in this browser until the server has it. Forms work without this.
'use strict';

(() => {
  const prefix = 'bianzhi:kept:';
  const keptMs = 30 * 24 * 3600 * 1000;
  const pauseMs = 300;
  const party = document.querySelector('meta[name="acting"]')?.content ?? 'anyone';
  /** Of the form's making, not of its subject; they differ each time that the page is opened. */
  const passing = new Set(['formToken', 'formTicket', 'revision', 'ticket', 'proof', 'seal']);

  const store = {
    read(key) {
      try {
        return JSON.parse(localStorage.getItem(key) ?? 'null');
      } catch {
        return null;
      }
    },
    write(key, entry) {
      try {
        localStorage.setItem(key, JSON.stringify(entry));
      } catch {
        // A full or forbidden store must not stop anybody from writing; the page itself still holds the text.
      }
    },
    remove(key) {
      try {
        localStorage.removeItem(key);
      } catch {
        // See above.
      }
    },
    keys() {
      try {
        return Object.keys(localStorage).filter((key) => key.startsWith(prefix));
      } catch {
        return [];
      }
    },
  };

  /** The server names the form whose act it has just registered. */
  function forgetWhatIsRegistered() {
    const done = /bianzhi-done=([^;]+)/.exec(document.cookie)?.[1];
    const [ticket, path] = decodeURIComponent(done ?? '').split(' ');
    for (const key of store.keys()) {
      const entry = store.read(key);
      const isOld = entry === null || Date.now() - entry.at > keptMs;
      const isRegistered = done !== undefined && (entry?.ticket === ticket || entry?.until === path);
      if (isOld || isRegistered) store.remove(key);
    }
  }

  const hidden = (form, name) => form.querySelector(`input[type="hidden"][name="${name}"]`);
  const pathOf = (form) => new URL(form.action, location.href).pathname;

  function keyOf(form) {
    const subject = [...form.querySelectorAll('input[type="hidden"]')]
      .filter(({ name, value }) => !passing.has(name) && value.length <= 64)
      .map(({ name, value }) => `${name}=${value}`);
    return `${prefix}${party}|${pathOf(form)}|${subject.join('&')}`;
  }

  const typedIn = ({ type, name }) =>
    name !== '' &&
    name !== 'code' &&
    !['hidden', 'password', 'file', 'submit', 'button', 'search'].includes(type);
  /** Of the public only the opinion is kept, not who they are. */
  const fieldsOf = (form) =>
    [...form.elements].filter(
      (field) => typedIn(field) && (party !== 'anyone' || field.tagName === 'TEXTAREA'),
    );
  const isTick = ({ type }) => type === 'checkbox' || type === 'radio';

  /** Everything that can be typed, as a list: a form may have several fields of one name. */
  const valuesOf = (form) =>
    fieldsOf(form)
      .filter((field) => !isTick(field) || field.checked)
      .map(({ name, value }) => [name, value]);
  const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

  function keep(form, initial, more = {}) {
    const key = keyOf(form);
    const values = valuesOf(form);
    const sent = more.sent ?? store.read(key)?.sent ?? false;
    if (same(values, initial) && !sent) return store.remove(key);
    const entry = { values, sent, at: Date.now(), ticket: hidden(form, 'formTicket')?.value ?? '' };
    const { keptUntil } = form.dataset;
    store.write(key, { ...entry, revision: hidden(form, 'revision')?.value ?? '', until: keptUntil ?? '' });
  }

  /** Rows that the script of the page had added are added again. */
  function makeRoomFor(form, name) {
    const [, list, number] = /^([a-z]+)-(\d+)-/.exec(name) ?? [];
    if (list === undefined) return;
    const button = form.querySelector(`[data-rows="${CSS.escape(list)}"] > button`);
    for (let tries = 0; button && !form.elements.namedItem(name) && tries <= Number(number); tries += 1)
      button.click();
  }

  function putBack(form, values) {
    for (const [name] of values) makeRoomFor(form, name);
    const left = [...values];
    const changed = [];
    for (const field of fieldsOf(form)) {
      const at = left.findIndex(
        ([name, value]) => name === field.name && (!isTick(field) || value === field.value),
      );
      const before = isTick(field) ? field.checked : field.value;
      if (isTick(field)) field.checked = at >= 0;
      else if (at >= 0) field.value = left[at][1];
      if (at >= 0) left.splice(at, 1);
      if ((isTick(field) ? field.checked : field.value) !== before) changed.push(field);
    }
    return changed;
  }

  const element = (tag, className, text = '') =>
    Object.assign(document.createElement(tag), { className, textContent: text });

  function tellOf(form, entry, changed, stored) {
    const field = changed.find(({ tagName }) => tagName === 'TEXTAREA') ?? changed[0];
    for (let at = field.closest('details'); at; at = at.parentElement?.closest('details')) at.open = true;
    const box = element('div', 'kept-note');
    box.setAttribute('role', 'status');
    const when = new Date(entry.at).toLocaleString('zh-CN', { hour12: false });
    const line = element('p', 'small', `已放回${when}在本浏览器填写、还没有提交的内容。`);
    const drop = element('button', 'link-button', '不要，恢复为已保存的内容');
    drop.type = 'button';
    drop.addEventListener('click', () => {
      store.remove(keyOf(form));
      location.reload();
    });
    line.append(drop);
    box.append(line);
    const others = entry.revision !== (hidden(form, 'revision')?.value ?? '') && stored !== '';
    if (others) {
      box.append(element('p', 'small alarm', '在此之后这里又保存过别的内容，提交前请对照。现在保存的是：'));
      box.append(element('blockquote', 'quoted', stored));
    }
    (field.closest('label') ?? field).before(box);
  }

  function restore(form, initial) {
    const entry = store.read(keyOf(form));
    if (entry === null) return;
    if (same(entry.values, initial)) return store.remove(keyOf(form));
    const textField = fieldsOf(form).find(({ tagName }) => tagName === 'TEXTAREA');
    const stored = textField?.defaultValue ?? '';
    const changed = putBack(form, entry.values);
    if (changed.length === 0) return;
    // Sent, but no answer came: the same ticket again has its effect once, whatever became of it.
    const ticket = hidden(form, 'formTicket');
    if (entry.sent && ticket && entry.ticket !== '') ticket.value = entry.ticket;
    tellOf(form, entry, changed, stored);
    for (const field of changed) field.dispatchEvent(new Event('input', { bubbles: true }));
  }

  function watch(form) {
    let initial = valuesOf(form);
    let timer = 0;
    const save = (more) => {
      clearTimeout(timer);
      keep(form, initial, more);
    };
    restore(form, initial);
    form.addEventListener('input', () => {
      clearTimeout(timer);
      timer = setTimeout(save, pauseMs);
    });
    form.addEventListener('change', () => save());
    form.addEventListener('submit', (event) => {
      if (!event.defaultPrevented) save({ sent: true });
    });
    // A form that saves itself says what the server has; what was typed meanwhile is still to be kept.
    form.addEventListener('bianzhi:saved', ({ detail }) => {
      initial = detail.values;
      save({ sent: false });
    });
    addEventListener('pagehide', () => save());
    // Shown again as it was left: what the server has since taken is not kept a second time.
    addEventListener('pageshow', ({ persisted }) => {
      if (!persisted) return;
      forgetWhatIsRegistered();
      if (store.read(keyOf(form)) === null) initial = valuesOf(form);
    });
  }

  addEventListener('DOMContentLoaded', () => {
    forgetWhatIsRegistered();
    for (const form of document.querySelectorAll('form[method="post"]:has(textarea)')) watch(form);
  });
  globalThis.typedValues = valuesOf;
})();
