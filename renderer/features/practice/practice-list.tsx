// What the practice mailbox has caught, newest first.
export function PracticeList() {
  return <div />;
}
