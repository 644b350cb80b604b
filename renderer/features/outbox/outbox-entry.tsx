// One message in the outbox: its state, its story, and what can be done.
export function OutboxEntryView(props: { readonly id: string }) {
  return <div>{props.id}</div>;
}
