// Half a megabyte of lines pasted into the letter that is open, and taken as text: until it can be seen.
import type { Observed } from './observed';

const pasted = `(async () => {
  const letter = document.querySelector('[contenteditable="true"]');
  const data = new DataTransfer();
  data.setData('text/plain', 'A line of a long log.\\n'.repeat(23832) + 'the end of it');
  letter.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
})()`;
const button = `[...document.querySelectorAll('button')].find(({ textContent }) => textContent === 'As plain text')`;
const taken = `(async () => {
  const started = performance.now();
  ${button}.click();
  while (!document.querySelector('[contenteditable="true"]').textContent.includes('the end of it')) await new Promise((resolve) => setTimeout(resolve));
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  return performance.now() - started;
})()`;

/** ms */
export async function pasteHalfMegabyte({ evaluate, waitFor }: Observed): Promise<number> {
  await evaluate(pasted);
  await waitFor(button);
  return evaluate<number>(taken);
}
