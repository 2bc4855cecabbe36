"use strict";
const data = JSON.parse(document.getElementById("data").textContent);
const at = (id) => document.getElementById(id);
let view = data.view;
let heardAt = performance.now();
let isOnline = false;
let isGoingOn = false;  // what was suspended is served again; said until the ticket's state changes

// The branch's clock: what the server said last, plus what has passed here since, at its rate.
function branchNow() {
  return Date.parse(view.now) + (performance.now() - heardAt) * data.rate;
}

function showCounter() {
  const name = data.counters[view.counter];
  at("counter").textContent = name ? name.zh : view.counter;
  at("counter").className = "counter" + (name ? " is-long" : view.counter.length > 1 ? " is-two" : "");
  at("counter-word").hidden = Boolean(name);
}

// Which of the words tells how the ticket stands; as shared.server.phone.page.headline.
function headline() {
  if (view.suspended) return "suspended";
  if (view.is_deferred) return "later";
  if (view.people_ahead === null) return "state_" + view.state;
  return view.people_ahead > 0 ? "" : "next";
}

function clock(time) {
  return new Date(time).toLocaleTimeString("zh-CN",
    { hour12: false, timeZone: data.time_zone, hour: "2-digit", minute: "2-digit" });
}

// One further line: what it is that is suspended, until when, with whom, for what time.
function note(language) {
  const words = data.words[language];
  const reason = data.incidents[view.suspended];
  if (reason) return reason[language];
  if (isGoingOn) return words.going_on;
  if (view.is_deferred && view.until) return words.not_before.replace("%1", clock(view.until));
  if (view.joined_to) return words.along.replace("%1", view.joined_to);
  if (view.due_at && view.people_ahead !== null) return words.booked.replace("%1", clock(view.due_at));
  return "";
}

function showLines() {
  for (const language of ["zh", "en"]) {
    const name = data.services[view.service];
    if (name) at("service-" + language).textContent = name[language];
    at("note-" + language).textContent = note(language);
  }
  at("note-row").hidden = !note("zh");
  const names = (language) => view.needs_left.map((id) => (data.services[id] || {})[language] || id);
  at("then").hidden = view.needs_left.length === 0;
  at("then-zh").textContent = data.words.zh.then + "：" + names("zh").join("、");
  at("then-en").textContent = data.words.en.then + ": " + names("en").join(", ");
}

function show() {
  const isCalled = view.state === "called";
  const key = headline();
  document.body.classList.toggle("called", isCalled);
  at("go").hidden = !isCalled;
  if (isCalled) showCounter();
  at("ahead-row").hidden = key !== "";
  at("state-row").hidden = key === "";
  at("ahead").textContent = view.people_ahead === null ? "" : view.people_ahead;
  at("state-zh").textContent = data.words.zh[key] || "";
  at("state-en").textContent = data.words.en[key] || "";
  at("again").textContent = view.joined_to || view.number;
  showLines();
  if (at("ready")) at("ready").hidden = !["waiting", "held", "called"].includes(view.state);
  document.title = isCalled ? (view.joined_to || view.number) + " → " + view.counter : view.number;
  tick();
}

function tick() {
  const clock = new Date(view.now);
  at("updated").textContent = clock.toLocaleTimeString("zh-CN", { hour12: false, timeZone: data.time_zone });
  if (view.state !== "called") return;
  const left = data.come_within_s - (branchNow() - Date.parse(view.called_at)) / 1000;
  const seconds = Math.max(0, Math.ceil(left));
  at("left").textContent = Math.floor(seconds / 60) + ":" + String(seconds % 60).padStart(2, "0");
  at("bar-in").style.width = Math.max(0, Math.min(100, 100 * left / data.come_within_s)) + "%";
}

function showLink(online) {
  isOnline = online;
  document.body.classList.toggle("is-offline", !online);
  at("dot").textContent = online ? "●" : "○";
  const key = online ? "live" : "offline";
  at("link").textContent = data.words.zh[key] + " " + data.words.en[key];
}

function hear(message) {
  const before = view;
  view = JSON.parse(message.data);
  heardAt = performance.now();
  isGoingOn = view.state === before.state && !view.suspended && (isGoingOn || Boolean(before.suspended));
  const isNews = view.state === "called" && (before.state !== "called" || view.recalls > before.recalls);
  if (isNews && navigator.vibrate) navigator.vibrate([300, 150, 300]);
  show();
}

// The browser reconnects by itself; every connection begins with the present state.
const stream = new EventSource(location.pathname + "/events");
stream.addEventListener("state", hear);
stream.addEventListener("gone", () => { stream.close(); location.reload(); });
stream.onopen = () => showLink(true);
stream.onerror = () => showLink(false);
setInterval(tick, 250);
show();
