"use strict";
const at = (id) => document.getElementById(id);
const API = `/api/v1/branches/${LIVE.branch}/`;
const KEY = `lobby.lead.key.${LIVE.branch}`, SESSION = `lobby.lead.session.${LIVE.branch}`, OUTBOX = `lobby.lead.outbox.${LIVE.branch}`, ROLE = `lobby.lead.role.${LIVE.branch}`;
const STALE_MS = 4000, ANSWER_MS = 8000, SILENT_MS = 7000;
let lang = (navigator.language || "zh").startsWith("zh") ? "zh" : "en";
let tab = "lobby", view = null, floor = null, open = "", heard = 0, stream = null, skew = 0;

// ---------------------------------------------------------------- words
const say = (key, ...values) =>
  values.reduce((text, value, n) => text.replace(`%${n + 1}`, value), LIVE.words[lang][key]);
const named = (table, id) => (LIVE[table][id] || {})[lang] || id;
const counterName = (id) => (LIVE.counters[id] || {})[lang] || say("counter", id);
const clock = (time) => new Date(time).toLocaleTimeString("en-GB",
  { timeZone: LIVE.time_zone, hour: "2-digit", minute: "2-digit" });
const now = () => Date.now() + skew;
const minutes = (time) => Math.max(0, Math.floor((now() - new Date(time)) / 60000));
function span(time) {
  const seconds = Math.max(0, Math.floor((now() - new Date(time)) / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
const wrong = (code) => LIVE.troubles[lang][code] || LIVE.troubles[lang][""];

function el(tag, className, ...inside) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.append(...inside);
  return made;
}
function button(text, act, className = "") {
  const made = el("button", className, el("b", "", text));
  made.type = "button";
  made.addEventListener("click", act);
  return made;
}
// A page is drawn anew with all news: whoever goes through it by keyboard stays where they are.
function redraw(place, parts) {
  const active = document.activeElement, inside = place.contains(active);
  const nth = inside ? [...place.querySelectorAll("button, input")].findIndex((each) => each === active) : -1;
  const name = inside ? active.textContent : "";
  place.replaceChildren(...parts);
  if (!inside) return;
  const all = [...place.querySelectorAll("button, input")];
  (all.find((each) => each.textContent === name) || all[Math.min(nth, all.length - 1)])?.focus();
}

// ---------------------------------------------------------------- the server
function wishKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
function headers(more = {}) {
  const said = { "Accept-Language": lang, ...more };
  if (localStorage.getItem(KEY)) said.Authorization = `Bearer ${localStorage.getItem(KEY)}`;
  if (sessionStorage.getItem(SESSION)) said["X-Staff-Session"] = sessionStorage.getItem(SESSION);
  return said;
}
async function ask(method, path, body, key = wishKey()) {
  const sent = { method, headers: headers(), signal: AbortSignal.timeout(ANSWER_MS) };
  if (method !== "GET") {
    sent.headers["Content-Type"] = "application/json";
    sent.headers["Idempotency-Key"] = key;
    sent.body = JSON.stringify(body || {});
  }
  let answer, said;
  try {
    answer = await fetch(API + path, sent);
    if (answer.status === 204) return null;
    said = await answer.json();
  } catch { throw { code: "", detail: say("offline") }; }
  if (answer.ok) return said;
  if (said.code === "device_unknown" && method === "GET") localStorage.removeItem(KEY);
  if (said.code === "session_missing") sessionStorage.removeItem(SESSION);
  throw { code: said.code || "", detail: said.detail || say("offline"), isOver: answer.status < 500 };
}
function trouble(text) {
  at("trouble").textContent = text;
  at("trouble").hidden = !text;
}

// What was touched stands here until its answer is certain, also over a page that is loaded anew:
// the same key with each try, so that it is done once however often it is sent.
const outbox = JSON.parse(sessionStorage.getItem(OUTBOX) || "[]");
function keepOutbox() {
  sessionStorage.setItem(OUTBOX, JSON.stringify(outbox));
  showOutbox();
}
function showOutbox() {
  const slow = outbox.filter((each) => Date.now() - each.since > 600);
  at("pending").hidden = !slow.length;
  const text = slow.map((each) => say("pending", each.label)).join(" · ");
  if (at("pending").textContent !== text) at("pending").textContent = text;
}
async function act(method, path, body, label = say("change")) {
  const same = JSON.stringify([method, path, body]);
  if (outbox.some((each) => each.same === same)) return null;
  const item = { key: wishKey(), method, path, body, label, same, since: Date.now() };
  outbox.push(item);
  keepOutbox();
  return deliver(item);
}
async function deliver(item) {
  for (let turn = 0; ; turn++) {
    try {
      const answer = await ask(item.method, item.path, item.body, item.key);
      settle(item, "");
      at("said").textContent = say("done");
      load().catch(() => {});
      return answer;
    } catch (error) {
      if (!error.isOver) { await new Promise((go) => setTimeout(go, Math.min(4000, 500 << turn))); continue; }
      settle(item, error.detail);
      load().catch(() => {});
      return null;
    }
  }
}
function settle(item, text) {
  outbox.splice(outbox.indexOf(item), 1);
  keepOutbox();
  trouble(text);
}

// Who is not in charge sees the hall, and no marks.
const NO_FLOOR = { follow_ups: [], enquiries: [], answered: null, followed_up: null };
const floorNow = () => ["teller", "adviser", "admin"].includes(sessionStorage.getItem(ROLE)) ? NO_FLOOR : ask("GET", "floor");
let loading = null, again = false;
async function load() {
  if (loading) { again = true; return loading; }
  loading = (async () => {
    try {
      [view, floor] = await Promise.all([ask("GET", "lobby"), floorNow()]);
      heard = Date.now();
      skew = new Date(view.now) - Date.now();
    } finally { loading = null; }
    show();
    if (again) { again = false; load().catch(() => {}); }
  })();
  return loading;
}

// The stream: whatever comes, the hall is looked at again; a silent one is begun anew.
async function listen() {
  const stop = new AbortController();
  stream = stop;
  let silence = setTimeout(() => stop.abort(), SILENT_MS), due = 0;
  try {
    const answer = await fetch(API + "events", { headers: headers({ Accept: "text/event-stream" }), signal: stop.signal });
    if (!answer.ok) throw new Error(answer.status);
    await load();
    const reader = answer.body.getReader();
    const text = new TextDecoder();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      heard = Date.now();
      clearTimeout(silence);
      silence = setTimeout(() => stop.abort(), SILENT_MS);
      if (text.decode(value, { stream: true }).includes("data:") && !due)
        due = setTimeout(() => { due = 0; load().catch(() => {}); }, 250);
    }
  } catch (error) { if (error.code) trouble(error.detail); /* else told by the contact line */ }
  clearTimeout(silence);
  if (stream === stop) { contact(); setTimeout(() => isIn() && listen(), 1500); }
}
const isIn = () => localStorage.getItem(KEY) && sessionStorage.getItem(SESSION);
