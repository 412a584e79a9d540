// What this device checked in lately, so that a wrong tap can be taken back; kept on the disk, without names, as the scans are.
import { keep, kept } from "./store.js";

const MINUTES = 10;
const MOST = 5;

export const begin = desk => {
  let scans = [];
  const fresh = () => scans.filter(s => s.event === desk.state.list?.event && Date.now() - s.at < MINUTES * 60000).slice(-MOST);
  const store = async next => { scans = next; await keep("recent", scans); };

  return {
    load: async () => { scans = await kept("recent") ?? []; },
    add: scan => store([...fresh(), scan]),
    // the newest first
    all: () => fresh().reverse(),
    find: id => fresh().find(s => s.id === id),
    drop: id => store(scans.filter(s => s.id !== id)),
    // a taking back is sent like a scan and after it, so it works without a network; the server records both
    takeBack: async scan => {
      if (!scans.some(s => s.id === scan.id)) return false; // two taps on one button
      scans = scans.filter(s => s.id !== scan.id);
      await desk.add({ id: crypto.randomUUID(), event: scan.event, undo: scan.id, no: scan.no, session: scan.session, at: Date.now() });
      await store(scans);
      return true;
    },
  };
};
