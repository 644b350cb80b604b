// The list of sent messages of one account, newest first.
export function SentList() {
  return <div />;
}
