// Small work on the elements of a dead document.

/** The element goes, what is in it stays in its place. */
export const unwrap = (element: Element): void => element.replaceWith(...element.childNodes);

export function rename(element: Element, tag: string): Element {
  const made = element.ownerDocument.createElement(tag);
  for (const { name, value } of element.attributes) made.setAttribute(name, value);
  made.append(...element.childNodes);
  element.replaceWith(made);
  return made;
}

/** A style as it is written, also where a browser doesn't know the property (`mso-list`): names and values in lower case. */
export function stylesOf(element: Element): ReadonlyMap<string, string> {
  const style = element.getAttribute('style') ?? '';
  return new Map(
    style.split(';').flatMap((line) => {
      const at = line.indexOf(':');
      return at === -1
        ? []
        : [
            [
              line.slice(0, at).trim().toLowerCase(),
              line
                .slice(at + 1)
                .trim()
                .toLowerCase(),
            ] as const,
          ];
    }),
  );
}
