// What the device keeps: the list of the event, and every scan the server has not answered for yet.
// A scan is written to the disk before the page says that it counts, so a tab that is killed loses none.
const NAME = "grantbot-desk";
let opening;

const open = () => opening ??= new Promise((done, fail) => {
  const asked = indexedDB.open(NAME, 1);
  asked.onupgradeneeded = () => {
    asked.result.createObjectStore("kept");
    asked.result.createObjectStore("queue", { keyPath: "id" });
  };
  asked.onsuccess = () => done(asked.result);
  asked.onerror = () => fail(asked.error);
});

// runs one transaction; done only when the device has it
const within = async (store, mode, act) => {
  const db = await open();
  return new Promise((done, fail) => {
    const transaction = db.transaction(store, mode, { durability: "strict" });
    const asked = act(transaction.objectStore(store));
    transaction.oncomplete = () => done(asked?.result);
    transaction.onerror = transaction.onabort = () => fail(transaction.error);
  });
};

export const keep = (key, value) => within("kept", "readwrite", s => s.put(value, key));
export const kept = key => within("kept", "readonly", s => s.get(key));
export const forget = key => within("kept", "readwrite", s => s.delete(key));

// scans: { id, event, no or token, session, at, order }, and with undo the id of one that is taken back; no names. The order stands whatever the clock does.
export const addScan = scan => within("queue", "readwrite", s => s.add(scan));
export const scans = async () => (await within("queue", "readonly", s => s.getAll())).sort((a, b) => (a.order ?? a.at) - (b.order ?? b.at));
export const dropScans = ids => within("queue", "readwrite", s => { for (const id of ids) s.delete(id); });

// asks the browser not to throw the data away when the device runs full
export const persist = () => navigator.storage?.persist?.().catch(() => false);
