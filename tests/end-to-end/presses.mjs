// A colleague's press, as Teams would bring it from that person's own screen.
import { randomUUID } from 'node:crypto';

/** `place` is the page's own template of an activity: where the press happens; `data` is what the button and its form bring. */
export function pressBy({ id, name, aadObjectId }, verb, data, { channelId, channelData, conversation, recipient, serviceUrl }) {
  return {
    type: 'invoke', name: 'adaptiveCard/action', id: randomUUID(), channelId, channelData, conversation, recipient, serviceUrl,
    from: { id, name, aadObjectId },
    value: { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' },
  };
}
