// How does the page hear of changes and act? One stream of server-sent events, and small requests.

let source = null;
let retry = 0;

/** Opens the stream anew; `hear` gets every event, `state` whether the line stands. */
export function listen(name, language, hear, state) {
  source?.close();
  clearTimeout(retry);
  const address = new URL("/demo/events", location.origin);
  address.searchParams.set("as", name);
  if (language) address.searchParams.set("lang", language);
  const mine = new EventSource(address);
  source = mine;
  mine.onopen = () => state(true);
  mine.onmessage = (event) => hear(JSON.parse(event.data));
  mine.onerror = () => {
    if (source !== mine) return;
    state(false);
    // A browser tries again by itself, except after an answer that is no stream.
    if (mine.readyState === EventSource.CLOSED) retry = setTimeout(() => listen(name, language, hear, state), 1500);
  };
}

addEventListener("pagehide", () => source?.close());

async function answer(response) {
  const body = await response.json().catch(() => ({}));
  if (!response.ok) throw new Error(typeof body.detail === "string" ? body.detail : `HTTP ${response.status}`);
  return body;
}

/** Sends JSON; the answer, or an Error with the reason. */
export async function post(path, body = {}) {
  return answer(await fetch(`/demo/${path}`, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) }));
}

/** One act of a person. */
export const act = (what) => post("act", what);

/** Files of a person for one message or album. */
export async function attach(userId, files, { caption, asFiles }, replyTo = null) {
  const form = new FormData();
  form.set("user_id", userId);
  form.set("caption", caption);
  form.set("as_files", asFiles);
  if (replyTo !== null) form.set("reply_to", replyTo);
  for (const file of files) form.append("files", file, file.name);
  return answer(await fetch("/demo/attach", { method: "POST", body: form }));
}
