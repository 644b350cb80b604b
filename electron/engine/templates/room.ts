// The templates room. Nothing of it is read before somebody asks for a template or a snippet.
import type { Bell, CallHandlers, Host, QueryHandlers } from '../rooms';
import type { Store } from '../store/open';
import type { TemplateCalls, TemplateQueries } from './desk';

export type TemplateNeeds = { readonly store: Store; readonly bell: Bell; readonly host: Host };
type Desk = { readonly calls: TemplateCalls; readonly queries: TemplateQueries };

export function createTemplateRoom(needs: TemplateNeeds): Desk {
  let opened: Promise<Desk> | null = null;
  const desk = (): Promise<Desk> => {
    opened ??= import('./desk').then(({ createTemplateDesk }) => createTemplateDesk(needs));
    return opened;
  };
  const late = <N extends keyof TemplateCalls>(name: N): CallHandlers[N] =>
    // The table ties name, handler and input together; the compiler can't follow that through a union of names.
    (async (input: never) => ((await desk()).calls[name] as (value: never) => unknown)(input)) as CallHandlers[N];
  const list: QueryHandlers['templates.list'] = (input, push) => {
    let isEnded = false;
    let end = (): void => {
      isEnded = true;
    };
    void desk().then(({ queries }) => {
      if (!isEnded && needs.store.db.isOpen) end = queries['templates.list'](input, push);
    });
    return () => end();
  };
  return {
    calls: {
      'templates.read': late('templates.read'),
      'templates.save': late('templates.save'),
      'templates.saveDraft': late('templates.saveDraft'),
      'templates.keepPicture': late('templates.keepPicture'),
      'templates.remove': late('templates.remove'),
      'templates.putBack': late('templates.putBack'),
      'templates.give': late('templates.give'),
      'templates.export': late('templates.export'),
      'templates.import': late('templates.import'),
    },
    queries: { 'templates.list': list },
  };
}
