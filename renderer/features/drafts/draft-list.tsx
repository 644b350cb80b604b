// The list of drafts.
export function DraftList() {
  return <div />;
}
