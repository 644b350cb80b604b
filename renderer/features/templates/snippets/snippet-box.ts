// The snippets that are offered, at the cursor: a listbox that never takes the keyboard away from the letter.
import type { SuggestionOptions, SuggestionProps } from '@tiptap/suggestion';
import type { TemplateSummary } from '../../../../electron/contract/model/templates';
import { snippetsNow } from './known-snippets';
import classes from './snippet-box.module.css';

export type SnippetWords = { readonly snippetList: string; readonly snippetCount: (count: number) => string };
type Props = SuggestionProps<TemplateSummary>;
type Box = ReturnType<NonNullable<SuggestionOptions<TemplateSummary>['render']>>;

const boxId = 'snippets-at-the-cursor';
const optionId = (index: number): string => `${boxId}-${index}`;

function element(className: string | undefined, text = ''): HTMLElement {
  const made = document.createElement('div');
  made.className = className ?? '';
  made.textContent = text;
  return made;
}

export function createSnippetBox({ snippetList, snippetCount }: SnippetWords): Box {
  let props: Props | null = null;
  let items: readonly TemplateSummary[] = [];
  let active = -1;
  let takeDown: (() => void) | null = null;
  const box = element(classes.box);
  const list = element(classes.list);
  const said = element('unseen');
  list.id = boxId;
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', snippetList);
  said.setAttribute('aria-live', 'polite');
  box.dataset.floating = '';
  box.append(list, said);

  const mark = (): void => {
    const dom = props?.editor.view.dom;
    for (const [index, option] of [...list.children].entries()) option.setAttribute('aria-selected', String(index === active));
    list.children[active]?.scrollIntoView({ block: 'nearest' });
    if (active < 0) dom?.removeAttribute('aria-activedescendant');
    else dom?.setAttribute('aria-activedescendant', optionId(active));
  };
  const optionFor = (one: TemplateSummary, index: number): HTMLElement => {
    const option = element(classes.option);
    option.id = optionId(index);
    option.setAttribute('role', 'option');
    option.append(element(classes.name, `/${one.name}`), element(classes.words, one.snippet));
    // The letter keeps the keyboard.
    option.addEventListener('mousedown', (event) => {
      event.preventDefault();
      if (event.button === 0) props?.command(one);
    });
    return option;
  };
  const hide = (): void => {
    takeDown?.();
    takeDown = null;
    items = [];
    box.remove();
    for (const name of ['aria-controls', 'aria-activedescendant', 'aria-haspopup']) props?.editor.view.dom.removeAttribute(name);
  };
  const show = (next: Props): void => {
    props = next;
    const found = next.loading === true ? snippetsNow(next.query) : next.items;
    if (found === null) return;
    items = found;
    if (items.length === 0) return hide();
    list.replaceChildren(...items.map(optionFor));
    said.textContent = snippetCount(items.length);
    active = next.query === '' ? -1 : 0; // a lone slash is a slash until one is chosen
    if (takeDown === null) {
      const { dom } = next.editor.view;
      (dom.closest('section') ?? document.body).append(box); // within the letter's landmark
      dom.setAttribute('aria-controls', boxId);
      dom.setAttribute('aria-haspopup', 'listbox');
      takeDown = next.mount(box);
    }
    mark();
  };
  return {
    onStart: show,
    onUpdate: show,
    onExit: hide,
    onKeyDown({ event }) {
      if (takeDown === null || items.length === 0 || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return false;
      const chosen = items[active];
      if (event.key === 'ArrowDown') active = (active + 1) % items.length;
      else if (event.key === 'ArrowUp') active = active <= 0 ? items.length - 1 : active - 1;
      else if ((event.key === 'Enter' || event.key === 'Tab') && !event.shiftKey && chosen !== undefined) {
        props?.command(chosen);
        return true;
      } else return false;
      mark();
      return true;
    },
  };
}
