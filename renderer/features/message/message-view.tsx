// An opened message: the letter, and what stands behind it.
import type { MessageRef } from '../../../electron/contract/model';

export function MessageView(props: { readonly messageRef: MessageRef }) {
  return <div>{props.messageRef.kind}</div>;
}
