// Text to the clipboard.

/** By the page's own copy command: it may do that after a click, and needs no permission for the clipboard. */
export function copyText(text: string): boolean {
  const onCopy = (event: ClipboardEvent): void => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
    event.stopImmediatePropagation(); // not what the page would copy
  };
  document.addEventListener('copy', onCopy, { capture: true, once: true });
  const wasCopied = document.execCommand('copy');
  document.removeEventListener('copy', onCopy, { capture: true });
  return wasCopied;
}
