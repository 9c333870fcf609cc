/** Outlook waits longer; here a handler that never answers should not hold up whoever tries it out. */
const longestMs = 10_000;

/**
 * Runs the add-in’s handler of sending in a hidden frame, as Outlook runs it without a pane: null lets the letter go.
 * An add-in that is not built, has no handler or never answers lets it go, too.
 */
export async function runOnSend(): Promise<string | null> {
  const frame = document.createElement('iframe');
  frame.hidden = true;
  frame.title = 'on-send';
  frame.src = '/playground/launch-event.html';
  try {
    await new Promise((loaded) => {
      frame.addEventListener('load', loaded);
      document.body.append(frame);
    });
    const actions = [...(frame.contentWindow?.ryadomActions ?? [])];
    const handler = (actions.find(([name]) => /send/i.test(name)) ?? actions[0])?.[1];
    if (!handler) return null;
    return await new Promise<string | null>((done) => {
      setTimeout(() => done(null), longestMs);
      handler({
        completed: ({ allowEvent = true, errorMessage = '' } = {}) => done(allowEvent ? null : errorMessage),
      });
    });
  } finally {
    frame.remove();
  }
}
