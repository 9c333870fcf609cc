/** Refusals come from the service already in the reader's words; these are for when no answer came. */
export const errors = {
  network: 'No connection to the server. Nothing is lost: try again.',
  unknown: 'Something went wrong. Try again; if that does not help, tell the administrator.',
};
