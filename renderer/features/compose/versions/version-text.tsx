// A letter to look at, as the editor shows it, pictures included.
import { EditorContent, useEditor } from '@tiptap/react';
import editorClasses from '../letter-editor.module.css';
import { letterExtensions } from '../letter-extensions';

export function VersionText({ html, label }: { readonly html: string; readonly label: string }) {
  const editor = useEditor(
    {
      extensions: letterExtensions(''),
      content: html,
      editable: false,
      injectCSS: false,
      editorProps: { attributes: { role: 'document', 'aria-label': label, class: editorClasses.letter ?? '' } },
    },
    [html, label],
  );
  return <EditorContent editor={editor} />;
}
