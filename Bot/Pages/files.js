// Files: what the bot shows, and what the person sends.
import { make, postTo } from "./helpers.js";
import { say, tell } from "./words.js";

// as much as the server takes
const MAX_FILE = 10 * 1024 * 1024;

// "2.4 MB"
const size = bytes => bytes > 1048576 ? (bytes / 1048576).toFixed(1) + " MB" : Math.ceil(bytes / 1024) + " KB";

// a drawing's letters are large enough only as wide as the phone
export const isDrawing = file => file.type === "image/svg+xml";

// a picture is shown, anything else offered
export const showFile = (bubble, file, caption) => {
  const address = "/chat/file/" + encodeURIComponent(file.id);
  const link = make("a", "file");
  link.href = address;
  if (/^image\//.test(file.type)) {
    const picture = make("img");
    picture.alt = caption || say("picture") + ": " + file.name;
    picture.src = address;
    if (isDrawing(file)) bubble.classList.add("drawing");
    link.target = "_blank";
    link.rel = "noopener";
    link.append(picture);
  } else {
    link.download = file.name;
    link.textContent = say("file") + ": " + file.name + (file.bytes ? " (" + size(file.bytes) + ")" : "");
  }
  bubble.append(link);
};

// gives a chosen file to be sent, or says why it cannot be
export const attach = (file, send) => {
  if (!file) return;
  if (file.size > MAX_FILE || !file.size) tell(say(file.size ? "tooLarge" : "empty"));
  else send({ kind: "file", name: file.name }, file);
};

// hands a file over before the message that names it; the server keeps one file per message id
export const upload = (post, blob) => postTo("/chat/file", blob, {
  "Content-Type": blob.type || "application/octet-stream",
  "X-File-Name": encodeURIComponent(post.name),
  "X-Message-Id": post.id
}, 300000);
