// A fault in one column does not take the others with it: it says so, and the column can be drawn again.
import { Button } from '@mantine/core';
import { Component, type ReactNode } from 'react';
import { useStrings } from '../../strings/words';
import { EmptyState } from '../../ui/empty-state';

type Props = { readonly children: ReactNode };

export class PageFault extends Component<Props, { readonly hasFault: boolean }> {
  override state = { hasFault: false };

  static getDerivedStateFromError(): { hasFault: boolean } {
    return { hasFault: true };
  }

  override render(): ReactNode {
    return this.state.hasFault ? <Fault again={() => this.setState({ hasFault: false })} /> : this.props.children;
  }
}

function Fault({ again }: { readonly again: () => void }) {
  const { frame } = useStrings();
  return <EmptyState sentence={frame.pageFault} action={<Button onClick={again}>{frame.showAgain}</Button>} />;
}
