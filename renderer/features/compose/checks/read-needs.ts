// What mail programs must know to show a block of a letter: read from the HTML that leaves for it, in a dead document.

/** Signs. Longer lines of code run out of the window where a mail program does not break them. */
const LONG = 100;

/** @param leaving of one block. Of one's own alone: what is quoted was shown to somebody once. */
export function readNeeds(leaving: string): readonly string[] {
  const template = document.createElement('template');
  template.innerHTML = leaving;
  const needs = new Set<string>();
  for (const element of template.content.querySelectorAll('*')) {
    if (element.closest('blockquote') !== null) continue;
    needs.add(`html:${element.tagName.toLowerCase()}`);
    for (const line of (element.getAttribute('style') ?? '').split(';')) {
      const property = line.split(':', 1)[0]?.trim().toLowerCase() ?? '';
      if (property !== '') needs.add(`css:${property}`);
    }
    if (element.tagName === 'PRE' && linesIn(element).some((line) => line.length > LONG)) needs.add('text:long-lines');
  }
  return [...needs];
}

function linesIn(element: Element): readonly string[] {
  for (const end of element.querySelectorAll('br')) end.replaceWith('\n');
  return (element.textContent ?? '').split('\n');
}
