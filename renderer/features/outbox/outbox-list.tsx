// The list of what waits, fails or was sent a moment ago.
export function OutboxList() {
  return <div />;
}
