"use strict";
const at = (id) => document.getElementById(id);
const API = `/api/v1/branches/${LIVE.branch}/`;
const KEY = `lobby.lead.key.${LIVE.branch}`, SESSION = `lobby.lead.session.${LIVE.branch}`;
let lang = (navigator.language || "zh").startsWith("zh") ? "zh" : "en";
let tab = "lobby", view = null, open = "", heard = 0, stream = null, skew = 0;

// ---------------------------------------------------------------- words
const say = (key, ...values) =>
  values.reduce((text, value, n) => text.replace(`%${n + 1}`, value), LIVE.words[lang][key]);
const named = (table, id) => (LIVE[table][id] || {})[lang] || id;
const counterName = (id) => named("counters", id);
const clock = (time) => new Date(time).toLocaleTimeString("en-GB",
  { timeZone: LIVE.time_zone, hour: "2-digit", minute: "2-digit" });
const minutes = (time) => Math.max(0, Math.floor((Date.now() + skew - new Date(time)) / 60000));

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
  const sent = { method, headers: headers() };
  if (method !== "GET") {
    sent.headers["Content-Type"] = "application/json";
    sent.headers["Idempotency-Key"] = key;
    sent.body = JSON.stringify(body || {});
  }
  let answer;
  try { answer = await fetch(API + path, sent); } catch { throw { code: "", detail: say("offline") }; }
  if (answer.status === 204) return null;
  const said = await answer.json().catch(() => ({}));
  if (answer.ok) return said;
  if (said.code === "device_unknown" && method === "GET") localStorage.removeItem(KEY);
  if (said.code === "session_missing") sessionStorage.removeItem(SESSION);
  throw { code: said.code || "", detail: said.detail || say("offline") };
}
function trouble(text) {
  at("trouble").textContent = text;
  at("trouble").hidden = !text;
}
async function act(method, path, body) {
  const key = wishKey();
  for (let turn = 0; ; turn++) {
    try {
      const answer = await ask(method, path, body, key);
      trouble("");
      at("said").textContent = say("done");
      await load();
      return answer;
    } catch (error) {
      if (!error.code && turn < 3) { await new Promise((go) => setTimeout(go, 500 << turn)); continue; }
      trouble(error.detail);
      show();
      return null;
    }
  }
}
async function load() {
  view = await ask("GET", "lobby");
  heard = Date.now();
  skew = new Date(view.now) - Date.now();
  show();
}

// The stream: whatever comes, the hall is looked at again; a silent one is begun anew.
async function listen() {
  const stop = new AbortController();
  stream = stop;
  let silence = setTimeout(() => stop.abort(), 30000), due = 0;
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
      silence = setTimeout(() => stop.abort(), 30000);
      if (text.decode(value, { stream: true }).includes("data:") && !due)
        due = setTimeout(() => { due = 0; load().catch(() => {}); }, 250);
    }
  } catch { /* told by the contact line; tried again */ }
  clearTimeout(silence);
  if (stream === stop) { contact(); setTimeout(() => isIn() && listen(), 2000); }
}
const isIn = () => localStorage.getItem(KEY) && sessionStorage.getItem(SESSION);

// ---------------------------------------------------------------- questions
function question(title, more, choices) {
  at("ask-title").textContent = title;
  at("ask-more").textContent = more;
  at("choices").replaceChildren(...choices, button(say("cancel"), () => at("ask").close(), "quiet"));
  at("ask").showModal();
}
const chosen = (text, then) => button(text, () => { at("ask").close(); then(); });

function bringForward(ticket) {
  const free = view.counters.filter((each) => each.state === "open" && !each.ticket && each.services.includes(ticket.service));
  if (!free.length) return question(ticket.number, say("forward_none"), []);
  question(`${ticket.number} · ${say("where")}`, "", free.map((each) => chosen(counterName(each.id), () =>
    question(`${ticket.number} · ${say("why")}`, "", Object.keys(LIVE.reasons).map((reason) =>
      chosen(named("reasons", reason), () => act("POST", `counters/${each.id}/call`, { ticket: ticket.id, reason })))))));
}
function reclassify(ticket) {
  question(`${ticket.number} · ${say("reclassify")}`, "", Object.keys(LIVE.services).filter((each) => each !== ticket.service)
    .map((service) => chosen(named("services", service), () => act("POST", `tickets/${ticket.id}/reclassify`, { service }))));
}
function suspend() {
  const boxes = Object.keys(LIVE.services).map((service) => {
    const box = el("input");
    box.type = "checkbox";
    box.value = service;
    return el("label", "pick", box, named("services", service));
  });
  const reasons = Object.keys(LIVE.incidents).map((reason) => chosen(named("incidents", reason), async () => {
    const services = boxes.map((each) => each.firstChild).filter((box) => box.checked).map((box) => box.value);
    const answer = await act("POST", "incidents", { reason, services });
    if (answer) question(named("incidents", reason), say("told", answer.told.length), []);
  }));
  question(say("suspend"), say("suspend_what"), [...boxes, ...reasons]);
}
function issue() {
  question(say("issue"), "", Object.keys(LIVE.services).map((service) => chosen(named("services", service), async () => {
    const ticket = await act("POST", "tickets", { service, language: lang === "zh" ? "zh_CN" : "en" });
    if (ticket) question(say("issued", ticket.number), say("ahead", ticket.people_ahead), []);
  })));
}

// ---------------------------------------------------------------- pages
function row(ticket, said) {
  const wait = minutes(ticket.arrived_at), isLate = wait >= LIVE.limit_min;
  const what = el("span", "what", named("services", ticket.service));
  const more = el("span", "u what", said);
  const made = el("button", "row", el("span", "number", ticket.number), el("span", "", what, more),
    el("span", isLate ? "minutes late" : "minutes", String(wait), el("span", "u", " " + say("min"))));
  made.type = "button";
  made.setAttribute("aria-expanded", String(open === ticket.id));
  made.addEventListener("click", () => { open = open === ticket.id ? "" : ticket.id; show(); });
  return made;
}
function doings(ticket) {
  const found = [button(say("forward"), () => bringForward(ticket)), button(say("reclassify"), () => reclassify(ticket))];
  if (LIVE.machine_services.includes(ticket.service))
    found.push(button(say("machine"), () => act("POST", `tickets/${ticket.id}/divert`, { way: "machine" })));
  found.push(button(say("reprint"), () => act("POST", `tickets/${ticket.id}/reprint`)));
  return el("div", "doings", ...found);
}
function showLobby() {
  const parts = [];
  for (const call of view.help_calls) {
    const card = el("div", "card stack calls",
      el("h2", "line", el("span", "big", say("help", call.device)), el("span", "big", `${minutes(call.at)} ${say("min")}`)),
      el("p", "soft", say("help_rule")));
    card.append(button(say("go"), () => act("POST", `help-requests/${call.id}/answer`), "main"));
    parts.push(card);
  }
  for (const slip of view.prints)
    parts.push(el("p", "card late", say("no_slip", slip.number, wrong(slip.reason))));
  for (const each of view.devices)
    parts.push(el("p", "card late", say("device", each.name || each.device, each.problems.map(wrong).join(", "))));
  const waiting = [...view.waiting].sort((a, b) => a.arrived_at < b.arrived_at ? -1 : 1);
  const list = el("div", "card list");
  for (const ticket of waiting.slice(0, 12)) {
    const said = [named("segments", ticket.segment)];
    if (ticket.overtaken) said.push(say("passed", ticket.overtaken));
    if (ticket.needs_visual_call) said.push(say("deaf"));
    list.append(row(ticket, said.join(" · ")));
    if (open === ticket.id) list.append(doings(ticket));
  }
  parts.push(el("h2", "big", say("long")), waiting.length ? list : el("p", "soft", say("nobody")));
  at("lobby").replaceChildren(...parts);
}
async function find() {
  const number = at("number").value.trim().toUpperCase();
  if (!number) return at("found").replaceChildren();
  try {
    const { tickets } = await ask("GET", `tickets?number=${encodeURIComponent(number)}`);
    trouble("");
    at("found").replaceChildren(...(tickets.length ? tickets.map(foundRow) : [el("p", "soft row", say("find_none"))]));
  } catch (error) { trouble(error.detail); }
}
function foundRow(ticket) {
  const state = ticket.counter && ["called", "serving"].includes(ticket.state)
    ? `${say(ticket.state)} ${counterName(ticket.counter)}` : say(ticket.state);
  const made = el("button", "row", el("span", "number", ticket.number),
    el("span", "", el("span", "what", named("services", ticket.service)), el("span", "u what", say("came", clock(ticket.arrived_at)))),
    el("span", "", state));
  made.type = "button";
  made.addEventListener("click", () => question(ticket.number, say("reprint_said"),
    [chosen(say("reprint"), () => act("POST", `tickets/${ticket.id}/reprint`))]));
  return made;
}
function showMore() {
  const parts = [button(say("issue"), issue, "main"), button(say("suspend"), suspend)];
  for (const incident of view.incidents)
    parts.push(button(say("resume", named("incidents", incident.reason)), () => act("POST", `incidents/${incident.id}/end`)));
  parts.push(button(say(view.rush ? "rush_off" : "rush_on"), () => act("POST", "rush", { is_on: !view.rush })),
    el("p", "soft", say("rush_said")),
    ...Object.keys(LIVE.notices).map((notice) => {
      const isOn = view.notices.some((each) => each.notice === notice);
      return button(say(isOn ? "notice_off" : "notice_on", named("notices", notice)),
        () => act("POST", "notices", { notice, is_on: !isOn }));
    }),
    button(say("sign_out"), async () => {
      await ask("DELETE", "sessions/current").catch(() => {});
      sessionStorage.removeItem(SESSION);
      if (stream) stream.abort();
      show();
    }, "quiet"));
  at("more").replaceChildren(...parts);
}
function figure(value, words, isLate = false) {
  return el("span", isLate ? "late" : "", el("b", "", String(value)), " ", el("span", "small", words));
}
function contact() {
  const isLive = Date.now() - heard < 35000;
  at("contact").textContent = !view ? "" : isLive ? `${say("connected")} · ${clock(view.now)}` : say("stale", clock(view.now));
  at("contact").className = isLive ? "small soft" : "small late";
}
function show() {
  document.documentElement.lang = lang === "zh" ? "zh-CN" : "en";
  document.title = say("title");
  for (const each of document.querySelectorAll("[data-say]")) each.textContent = say(each.dataset.say);
  at("language").textContent = lang === "zh" ? "English" : "中文";
  at("branch").textContent = LIVE.name[lang];
  const hasKey = Boolean(localStorage.getItem(KEY)), isSigned = Boolean(isIn());
  at("enrol").hidden = hasKey;
  at("sign").hidden = !hasKey || isSigned;
  at("hall").hidden = at("tabs").hidden = !isSigned || !view;
  contact();
  if (at("hall").hidden) return;
  const waits = view.waiting.map((each) => minutes(each.arrived_at));
  const over = waits.filter((each) => each >= LIVE.limit_min).length;
  at("figures").replaceChildren(figure(waits.length, say("wait")), figure(Math.max(0, ...waits), say("longest"), over > 0),
    figure(over, say("over"), over > 0));
  for (const each of document.querySelectorAll("[data-tab]")) {
    each.toggleAttribute("aria-current", each.dataset.tab === tab);
    at(each.dataset.tab).hidden = each.dataset.tab !== tab;
  }
  showLobby();
  showMore();
}

// ---------------------------------------------------------------- doors
at("language").addEventListener("click", () => { lang = lang === "zh" ? "en" : "zh"; show(); });
for (const each of document.querySelectorAll("[data-tab]"))
  each.addEventListener("click", () => { tab = each.dataset.tab; show(); if (tab === "find") at("number").focus(); });
at("number").addEventListener("input", find);
at("enrol").addEventListener("submit", async (event) => {
  event.preventDefault();
  try {
    const made = await ask("POST", "devices/enrol", { code: at("code").value.trim() });
    localStorage.setItem(KEY, made.key);
    trouble("");
    show();
    at("staff").focus();
  } catch (error) { trouble(error.detail); }
});
at("sign").addEventListener("submit", async (event) => {
  event.preventDefault();
  try {
    const session = await ask("POST", "sessions", { staff: at("staff").value.trim(), pin: at("pin").value });
    sessionStorage.setItem(SESSION, session.token);
    trouble("");
    listen();
  } catch (error) { trouble(error.detail); }
  at("pin").value = "";
});
setInterval(() => view && show(), 15000);
show();
if (isIn()) listen();
