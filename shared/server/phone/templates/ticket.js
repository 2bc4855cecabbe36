let view = data.view;
let heardAt = performance.now();
let isOnline = false;
let isGoingOn = false;  // what was suspended is served again; said until the ticket's state changes

// The branch's clock: what the server said last, plus what has passed here since, at its rate.
function branchNow() {
  return Date.parse(view.now) + (performance.now() - heardAt) * data.rate;
}

function counterName(language) {
  const name = data.counters[view.counter];
  return name ? name[language] : word("counter_n", view.counter, language);
}

function showCounter() {
  const name = data.counters[view.counter];
  at("counter").textContent = name ? name[lang] : view.counter;
  at("counter").className = "counter" + (name ? " is-long" : view.counter.length > 1 ? " is-two" : "");
  at("counter-word").hidden = Boolean(name);
  at("go-where").textContent = " " + counterName(lang);
  const way = data.ways[view.counter];
  at("way").hidden = !way;
  if (way) {
    at("way-text").textContent = way[lang];
    at("way-other").textContent = way[other()];
  }
}

// Which of the words tells how the ticket stands; as shared.server.phone.page.headline.
function headline() {
  if (view.suspended) return "suspended";
  if (view.is_deferred) return "later";
  if (view.people_ahead === null) return "state_" + view.state;
  return view.people_ahead > 0 ? "" : "next";
}

// One further line: what it is that is suspended, until when, with whom, for what time.
function note(language) {
  const reason = data.incidents[view.suspended];
  if (reason) return reason[language];
  if (isGoingOn) return word("going_on", undefined, language);
  if (view.is_deferred && view.until) return word("not_before", clock(view.until), language);
  if (view.joined_to) return word("along", view.joined_to, language);
  if (view.due_at && view.people_ahead !== null) return word("booked", clock(view.due_at), language);
  if (view.state === "serving" && view.counter) return counterName(language);
  if (view.state === "closed" && view.rating) return word("rated", undefined, language);
  return "";
}

function showLines() {
  const name = data.services[view.service];
  if (name) data.names.service = name;
  at("service").textContent = data.names.service[lang];
  at("note").textContent = note(lang);
  at("note-other").textContent = note(other());
  at("note-card").hidden = !note("zh");
  const left = view.needs_left.map((id) => (data.services[id] || {})[lang] || id);
  at("then").hidden = left.length === 0;
  at("then").textContent = word("then", left.join(lang === "zh" ? "、" : ", "));
}

function show() {
  const isCalled = view.state === "called";
  const key = headline();
  document.body.classList.toggle("called", isCalled);
  at("go").hidden = at("turn").hidden = !isCalled;
  if (isCalled) showCounter();
  at("figures").hidden = key !== "";
  at("state-card").hidden = key === "";
  at("ahead").textContent = view.people_ahead === null ? "" : view.people_ahead;
  at("state").textContent = word(key);
  at("state-other").textContent = word(key, undefined, other());
  at("again").textContent = view.joined_to || view.number;
  showLines();
  if (at("ready")) at("ready").hidden = !["waiting", "held", "called"].includes(view.state);
  document.title = isCalled ? (view.joined_to || view.number) + " → " + view.counter : view.number;
  showLink();
  showActions();
  tick();
}

// The window moves by itself: "now" stays at the left, and what is to come draws nearer.
function showWindow(now) {
  const isShown = Boolean(view.window) && view.people_ahead !== null && !view.suspended;
  at("window-card").hidden = !isShown;
  at("minutes-card").hidden = !isShown;
  if (!isShown) return;
  const from = Math.max(Date.parse(view.window.earliest_at), now);
  const until = Date.parse(view.window.latest_at);
  const isOver = until <= now;
  at("window").classList.toggle("is-words", isOver);
  const shown = isOver ? word("any_moment") : clock(from) + "–" + clock(until);
  if (at("window").dataset.shown !== shown) {
    at("window").dataset.shown = shown;
    at("window").textContent = shown;
    const [begin, end] = shown.split("–");
    if (end) {
      const dash = document.createElement("span");
      dash.textContent = "–";
      at("window").replaceChildren(begin, dash, end);
    }
  }
  at("now").textContent = clock(now);
  const span = Math.max(until - now, 300000) * 1.2;
  at("track-window").style.left = 100 * (from - now) / span + "%";
  at("track-window").style.width = Math.max(2, 100 * (until - from) / span) + "%";
  at("minutes").textContent = Math.max(0, Math.round((Date.parse(view.window.likely_at) - now) / 60000));
}

function tick() {
  const now = branchNow();
  at("updated").textContent = new Date(view.now).toLocaleTimeString("zh-CN", { hour12: false, timeZone: data.time_zone });
  showWindow(now);
  if (view.state !== "called") return;
  const left = data.come_within_s - (now - Date.parse(view.called_at)) / 1000;
  const seconds = Math.max(0, Math.ceil(left));
  at("left").textContent = Math.floor(seconds / 60) + ":" + String(seconds % 60).padStart(2, "0");
  at("bar-in").style.width = Math.max(0, Math.min(100, 100 * left / data.come_within_s)) + "%";
}

function showLink() {
  document.body.classList.toggle("is-offline", !isOnline);
  at("dot").textContent = isOnline ? "●" : "○";
  at("link").textContent = word(isOnline ? "live" : "offline");
}

// What a screen reader says: the call at once, everything else when it has finished its sentence.
function speak(before) {
  if (view.state === "called") {
    const isNews = before.state !== "called" || view.recalls > before.recalls;
    if (isNews) at("called-said").textContent = word("your_turn") + "。" + word("go_to") + " " + counterName(lang);
    return;
  }
  at("called-said").textContent = "";
  const key = headline();
  const said = key ? word(key) : view.people_ahead + " " + word("ahead");
  if (at("said").textContent !== said) at("said").textContent = said;
}

function take(next) {
  const before = view;
  view = next;
  heardAt = performance.now();
  isGoingOn = view.state === before.state && !view.suspended && (isGoingOn || Boolean(before.suspended));
  const isCalledNow = view.state === "called" && (before.state !== "called" || view.recalls > before.recalls);
  show();
  speak(before);
  if (isCalledNow) {
    for (const box of document.querySelectorAll("dialog[open]")) box.close();
    at("go-title").focus({ preventScroll: true });
    scrollTo(0, 0);
  } else if (before.state === "called" && view.state !== "called") at("number").focus({ preventScroll: true });
  alarm(isCalledNow, before);
}

// The browser reconnects by itself, unless the server, or what stands before it, has answered with
// a refusal: then we do. Every connection begins with the present state.
function listen() {
  const stream = new EventSource(location.pathname + "/events");
  stream.addEventListener("state", (message) => take(JSON.parse(message.data)));
  stream.addEventListener("gone", () => { stream.close(); location.reload(); });
  stream.onopen = () => { isOnline = true; showLink(); };
  stream.onerror = () => {
    isOnline = false;
    showLink();
    if (stream.readyState === EventSource.CLOSED) setTimeout(listen, 3000 + 3000 * Math.random());
  };
}
listen();
painters.push(show);
setInterval(tick, 250);
addEventListener("DOMContentLoaded", paint);
