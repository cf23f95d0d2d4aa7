/** A button that copies what stands in a field, for another messenger. Without this element the text can be marked. */
class CopyText extends HTMLElement {
  connectedCallback(): void {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'button secondary small';
    button.textContent = this.dataset.label ?? '';
    const told = document.createElement('span');
    told.setAttribute('role', 'status');
    told.className = 'hint';
    button.addEventListener('click', async () => {
      const field = document.getElementById(this.getAttribute('for') ?? '');
      if (!(field instanceof HTMLTextAreaElement)) {
        return;
      }
      try {
        await navigator.clipboard.writeText(field.value);
        told.textContent = this.dataset.done ?? '';
      } catch {
        // Not allowed here: the text is marked, so that the keyboard can copy it.
        field.select();
      }
    });
    this.replaceChildren(button, told);
  }
}

customElements.define('copy-text', CopyText);

export {};
