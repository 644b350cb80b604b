// Words: letters in windows of their own.
export const letters = {
  openInWindow: 'Open in a window of its own',
  backToMain: 'Back into the main window',
  isInWindow: 'In a window of its own',
};
