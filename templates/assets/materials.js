// The register of obligations by keyboard: J and K move, X ticks, Enter opens; and how many are ticked.
'use strict';

(() => {
  const rows = [...document.querySelectorAll('.obligations tbody tr')];
  const told = document.querySelector('[data-selected]');
  let at = -1;

  const typing = (target) =>
    target.closest('input:not([type="checkbox"]), textarea, select, [contenteditable]');

  function move(step) {
    if (rows.length === 0) return;
    at = Math.min(Math.max(at + step, 0), rows.length - 1);
    rows.forEach((row, index) => row.classList.toggle('here', index === at));
    rows[at].querySelector('a').focus();
    rows[at].scrollIntoView({ block: 'nearest' });
  }

  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    const key = event.key.toLowerCase();
    if (key === 'j') move(1);
    else if (key === 'k') move(-1);
    else if (key === 'x' && at >= 0) rows[at].querySelector('input[name="ids"]')?.click();
    else return;
    event.preventDefault();
  });

  function count() {
    if (!told) return;
    const ticked = document.querySelectorAll('input[name="ids"]:checked').length;
    told.textContent = ticked === 0 ? '勾选后，对所选任务办理：' : `已选${ticked}件，对所选任务办理：`;
  }
  document.addEventListener('change', () => setTimeout(count));
  count();
})();
