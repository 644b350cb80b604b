// How the status line is found on the page: what is sent goes there.
export const STATUS_LINE_ID = 'status-line';
