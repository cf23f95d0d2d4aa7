/** Closes what has dropped open under the top bar when one turns elsewhere or presses Escape. */
function closeOthers(event: Event): void {
  for (const drop of document.querySelectorAll<HTMLDetailsElement>('.top-bar details[open]')) {
    if (!(event.target instanceof Node && drop.contains(event.target))) {
      drop.open = false;
    }
  }
}

function closeOnEscape(event: KeyboardEvent): void {
  const drop = document.querySelector<HTMLDetailsElement>('.top-bar details[open]');
  if (event.key === 'Escape' && drop !== null) {
    drop.open = false;
    drop.querySelector('summary')?.focus();
  }
}

document.addEventListener('pointerdown', closeOthers);
document.addEventListener('focusin', closeOthers);
document.addEventListener('keydown', closeOnEscape);

export {};
