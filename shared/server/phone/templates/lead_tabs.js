
// ---------------------------------------------------------------- the other pages
async function find() {
  const number = at("number").value.trim().toUpperCase();
  if (!number) return at("found").replaceChildren();
  try {
    const { tickets } = await ask("GET", `tickets?number=${encodeURIComponent(number)}`);
    if (number !== at("number").value.trim().toUpperCase()) return;
    trouble("");
    at("found").replaceChildren(...(tickets.length ? tickets.map(foundRow) : [el("p", "soft row", say("find_none"))]));
  } catch (error) { trouble(error.detail); }
}
function foundRow(ticket) {
  const state = ticket.counter && ["called", "serving"].includes(ticket.state)
    ? `${say(ticket.state)} ${counterName(ticket.counter)}` : say(ticket.state);
  const made = el("button", "row", el("span", "number", ticket.number),
    el("span", "", el("span", "what", named("services", ticket.service)), el("span", "u what", say("came", clock(ticket.arrived_at)))),
    el("span", "state", state));
  made.type = "button";
  made.addEventListener("click", () => question(ticket.number, say("reprint_said"),
    [chosen(say("reprint"), () => act("POST", `tickets/${ticket.id}/reprint`, undefined, ticket.number), "main")]));
  return made;
}
// Who works where, and a counter that is wanted: its window says so until somebody opens it.
function counterRow(each) {
  const isOpen = each.state === "open";
  const says = isOpen ? (each.ticket ? `${say(each.ticket.state)} ${each.ticket.number}` : say("free"))
    : each.state === "paused" ? [say("paused"), named("pauses", each.pause_reason), each.pause_until && say("until", clock(each.pause_until))].filter(Boolean).join(" · ")
    : say("closed_counter");
  const asked = each.wanted_since && say("wanted", minutes(each.wanted_since));
  const made = el("div", "row counter", el("span", "", el("span", "what big", counterName(each.id)),
    el("span", "u what", [says, each.staff_name].filter(Boolean).join(" · ")), ...(asked ? [el("span", "what late small", asked)] : [])));
  if (!isOpen) {
    const doing = button(say(asked ? "want_not" : "want"), () =>
      act("POST", `counters/${each.id}/ask`, { is_on: !asked }, counterName(each.id)), "quiet");
    doing.setAttribute("aria-label", `${doing.textContent}: ${counterName(each.id)}`);
    made.append(doing);
  }
  return made;
}
function showCounters() {
  redraw(at("counters"), [el("p", "soft", say("want_what")), el("div", "card list", ...view.counters.map(counterRow))]);
}
const kept = (key, each) => !each ? "" : el("p", "soft", each.in_all ? say(key, each.in_time, each.in_all, each.within_min) : say(key + "_none", each.within_min));
function showMore() {
  const parts = [button(say("issue"), () => issue(), "main"), button(say("suspend"), suspend)];
  for (const incident of view.incidents)
    parts.push(button(say("resume", named("incidents", incident.reason)), () => act("POST", `incidents/${incident.id}/end`, undefined, named("incidents", incident.reason))));
  parts.push(button(say(view.rush ? "rush_off" : "rush_on"), () => act("POST", "rush", { is_on: !view.rush }, say("rush_on"))),
    el("p", "soft", say("rush_said")),
    ...Object.keys(LIVE.notices).map((notice) => {
      const isOn = view.notices.some((each) => each.notice === notice);
      return button(say(isOn ? "notice_off" : "notice_on", named("notices", notice)),
        () => act("POST", "notices", { notice, is_on: !isOn }, named("notices", notice)));
    }),
    ...Object.keys(LIVE.alarms).map((reason) => button(`${named("incidents", reason)}…`, () => alarm(reason), "danger")),
    el("h2", "big", say("today")), kept("answered_kept", floor.answered), kept("followed_kept", floor.followed_up),
    button(say("sign_out"), async () => {
      await ask("DELETE", "sessions/current").catch(() => {});
      sessionStorage.removeItem(SESSION);
      view = null;
      if (stream) stream.abort();
      show();
    }, "quiet"));
  redraw(at("more"), parts);
}

// ---------------------------------------------------------------- all of it
function figure(value, words, isLate = false) {
  return el("span", isLate ? "late" : "", el("b", "", String(value)), " ", el("span", "small", words));
}
function contact() {
  const isLive = Date.now() - heard < STALE_MS;
  const text = !view ? "" : isLive ? `${say("connected")} · ${clock(now())}` : say("stale", clock(view.now));
  if (at("contact").textContent !== text) at("contact").textContent = text;
  at("contact").className = isLive ? "small soft" : "small late";
  at("hall").classList.toggle("old", Boolean(view) && !isLive);
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
    if (each.dataset.tab === tab) each.setAttribute("aria-current", "page"); else each.removeAttribute("aria-current");
    at(each.dataset.tab).hidden = each.dataset.tab !== tab;
  }
  showLobby();
  showCounters();
  showMore();
  const due = document.querySelectorAll("#lobby .calls").length;
  at("due").textContent = due ? String(due) : "";
  at("due").hidden = !due;
  tick();
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
    sessionStorage.setItem(ROLE, session.role);
    trouble("");
    listen();
  } catch (error) { trouble(error.detail); }
  at("pin").value = "";
});
setInterval(() => view && tick(), 1000);
setInterval(() => view && isIn() && show(), 15000);
show();
if (isIn()) {
  listen();
  for (const item of [...outbox]) deliver(item);
}
