const channelName = 'lotse-sitzung';

let lastContact = Date.now();
let channel: BroadcastChannel | undefined;
const listeners = new Set<() => void>();

/** The server has answered a call of the session: from here on its idle time counts, in every tab. */
export function noteContact(): void {
  take(Date.now());
  channel?.postMessage(lastContact);
}

function take(moment: number): void {
  if (moment <= lastContact) return;
  lastContact = moment;
  for (const listener of listeners) listener();
}

/** Milliseconds since the last call that the server answered, from any tab. */
export function idleFor(): number {
  return Date.now() - lastContact;
}

/** Tells when a call was answered, here or in another tab; returns how to stop. */
export function watchContact(listener: () => void): () => void {
  listeners.add(listener);
  if (!channel) {
    channel = new BroadcastChannel(channelName);
    channel.onmessage = (event) => {
      const moment: unknown = event.data;
      if (typeof moment === 'number') take(Math.min(moment, Date.now()));
    };
  }
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    channel?.close();
    channel = undefined;
  };
}
