// Reads QR codes with the camera where the browser can. Elsewhere one types the six characters, or uses a scanner that types.
const PAUSE = 200;
const QUIET = 3000;

// whether there is a camera and a reader of QR codes
export const canScan = async () => {
  if (!navigator.mediaDevices?.getUserMedia || !("BarcodeDetector" in globalThis)) return false;
  try { return (await BarcodeDetector.getSupportedFormats()).includes("qr_code"); } catch { return false; }
};

// shows the camera and tells of every code it sees, of the same one not twice in a row; the answer stops it
export const watch = async (video, seen) => {
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" }, audio: false });
  const detector = new BarcodeDetector({ formats: ["qr_code"] });
  let last = "", lastAt = 0, stopped = false;
  video.srcObject = stream;
  await video.play();

  const look = async () => {
    if (stopped) return;
    try {
      for (const { rawValue } of await detector.detect(video)) {
        const now = Date.now();
        if (rawValue === last && now - lastAt < QUIET) { lastAt = now; continue; }
        [last, lastAt] = [rawValue, now];
        navigator.vibrate?.(60);
        await seen(rawValue);
      }
    } catch { /* a frame that cannot be read */ }
    setTimeout(look, PAUSE);
  };
  look();

  return () => {
    stopped = true;
    for (const track of stream.getTracks()) track.stop();
    video.srcObject = null;
  };
};
