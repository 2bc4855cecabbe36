"use strict";
const data = JSON.parse(document.getElementById("data").textContent);
const at = (id) => document.getElementById(id);
let view = data.view;
let heardAt = performance.now();
let isOnline = false;

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

function show() {
  const isCalled = view.state === "called";
  const isWaiting = view.people_ahead !== null;
  document.body.classList.toggle("called", isCalled);
  at("go").hidden = !isCalled;
  if (isCalled) showCounter();
  at("ahead-row").hidden = !isWaiting || view.people_ahead === 0;
  at("state-row").hidden = isWaiting && view.people_ahead > 0;
  at("ahead").textContent = isWaiting ? view.people_ahead : "";
  const key = isWaiting ? "next" : "state_" + view.state;
  at("state-zh").textContent = data.words.zh[key];
  at("state-en").textContent = data.words.en[key];
  if (at("ready")) at("ready").hidden = !["waiting", "called"].includes(view.state);
  document.title = isCalled ? view.number + " → " + view.counter : view.number;
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
