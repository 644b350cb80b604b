// Templates and snippets, above everything else: their list, one being written, a letter being kept as one, fields being filled in.
import { Modal } from '@mantine/core';
import { useState } from 'react';
import type { Strings } from '../../strings/en';
import { useStrings } from '../../strings/words';
import { giveKeyboard } from '../compose/give-keyboard';
import { FieldsForm } from './fields-form';
import { KeepForm } from './keep-form';
import { showTemplates, type TemplatesView, templatesShown } from './shown';
import { TemplateForm } from './template-form';
import { TemplateList } from './template-list';

export function TemplatesDialog() {
  const { view, isForNew } = templatesShown.use();
  // Only while it is there: where the keyboard was is remembered anew each time.
  return view === null ? null : <Dialog view={view} isForNew={isForNew} />;
}

function Dialog({ view, isForNew }: { readonly view: TemplatesView; readonly isForNew: boolean }) {
  const strings = useStrings();
  const [before] = useState(() => document.activeElement);
  const close = (): void => {
    showTemplates(null);
    giveKeyboard(before);
  };
  const isSmall = view.kind === 'keep' || view.kind === 'fields';
  return (
    <Modal
      opened
      onClose={close}
      title={view.kind === 'list' && isForNew ? strings.templates.writeFrom : titleOf(view, strings)}
      size={isSmall ? 'min(520px, 92vw)' : 'min(720px, 92vw)'}
      closeButtonProps={{ 'aria-label': strings.frame.close }}
      returnFocus={false}
      yOffset="6dvh"
    >
      <View view={view} close={close} />
    </Modal>
  );
}

function View({ view, close }: { readonly view: TemplatesView; readonly close: () => void }) {
  switch (view.kind) {
    case 'list':
      return <TemplateList of={view.of} />;
    case 'edit':
      return <TemplateForm key={view.template?.id ?? ''} of={view.of} template={view.template} />;
    case 'keep':
      return <KeepForm {...view} close={close} />;
    case 'fields':
      return <FieldsForm key={view.template.id} template={view.template} use={view.use} close={close} />;
  }
}

function titleOf(view: TemplatesView, { templates }: Strings): string {
  switch (view.kind) {
    case 'list':
      return templates.title;
    case 'edit':
      return view.template === null ? templates.editNew[view.of] : templates.editTitle[view.of];
    case 'keep':
      return templates.keep;
    case 'fields':
      return templates.fieldsTitle(view.template.name);
  }
}
