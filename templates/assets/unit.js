// Comforts of the unit's form: more rows without saving first, and a last word for the autosave that is under way.
// Everything works without this.
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

// Pressing a button while an autosave is on its way would send the revision before it: wait for its answer.
const form = document.getElementById('material-form');
let underWay = 0;
let waiting = null;
if (form !== null) {
  form.addEventListener('htmx:beforeRequest', () => (underWay += 1));
  form.addEventListener('htmx:afterSettle', () => settled());
  form.addEventListener('htmx:sendError', () => settled());
  form.addEventListener(
    'submit',
    (event) => {
      if (underWay === 0) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      waiting = { button: event.submitter };
    },
    true,
  );
}
function settled() {
  underWay = 0;
  if (waiting === null) return;
  const { button } = waiting;
  waiting = null;
  form.requestSubmit(button);
}
