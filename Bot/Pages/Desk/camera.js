// Reads QR codes with the camera: with the browser's own reader where it has one, elsewhere (iPhones, Firefox) with the library beside this file.
const PAUSE = 200;
const QUIET = 3000;
const WIDEST = 800;

const hasReader = async () => {
  try { return "BarcodeDetector" in globalThis && (await BarcodeDetector.getSupportedFormats()).includes("qr_code"); } catch { return false; }
};

const borrowed = async () => {
  await import("./jsqr.js");
  const canvas = document.createElement("canvas");
  const pen = canvas.getContext("2d", { willReadFrequently: true });
  return async video => {
    const scale = Math.min(1, WIDEST / Math.max(video.videoWidth, video.videoHeight));
    [canvas.width, canvas.height] = [Math.round(video.videoWidth * scale), Math.round(video.videoHeight * scale)];
    pen.drawImage(video, 0, 0, canvas.width, canvas.height);
    const { data, width, height } = pen.getImageData(0, 0, canvas.width, canvas.height);
    return [jsQR(data, width, height, { inversionAttempts: "dontInvert" })?.data].filter(text => text);
  };
};

// tells the texts in the picture a video shows
const reader = async () => {
  if (!await hasReader()) return borrowed();
  const detector = new BarcodeDetector({ formats: ["qr_code"] });
  return async video => (await detector.detect(video)).map(code => code.rawValue);
};

// the key of the words that say what to do when the camera did not open
export const refusal = error => ({
  NotAllowedError: "cameraRefused", SecurityError: "cameraRefused", NotFoundError: "cameraNone", OverconstrainedError: "cameraNone", NotReadableError: "cameraBusy", AbortError: "cameraBusy", NotSupportedError: "cameraWindow",
}[error?.name] ?? "cameraFailed");

// shows the camera and tells of every code it sees, of the same one not twice in a row; the answer stops it
export const watch = async (video, seen) => {
  if (!navigator.mediaDevices?.getUserMedia) throw new DOMException("no camera in this window", "NotSupportedError");
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment", width: { ideal: 1280 }, height: { ideal: 720 } }, audio: false });
  const release = () => { for (const track of stream.getTracks()) track.stop(); video.srcObject = null; };
  let last = "", lastAt = 0, stopped = false, read;
  try {
    video.srcObject = stream;
    [read] = await Promise.all([reader(), video.play()]);
  } catch (error) { release(); throw error; }

  const look = async () => {
    if (stopped) return;
    try {
      for (const text of await read(video)) {
        const now = Date.now();
        if (text === last && now - lastAt < QUIET) { lastAt = now; continue; }
        [last, lastAt] = [text, now];
        navigator.vibrate?.(60);
        await seen(text);
      }
    } catch { /* a frame that cannot be read */ }
    setTimeout(look, PAUSE);
  };
  look();

  return () => { stopped = true; release(); };
};
