
// ---------------------------------------------------------------- the hall
function timer(since, dueMs) {
  const made = el("span", "big timer");
  made.dataset.since = since;
  if (dueMs) made.dataset.due = dueMs;
  return made;
}
function bar(since, dueMs) {
  const made = el("div", "bar", el("div"));
  made.setAttribute("aria-hidden", "true");
  made.dataset.since = since;
  made.dataset.due = dueMs;
  return made;
}
function urgent(title, more, since, dueMs, ...buttons) {
  return el("div", "card stack calls", el("h2", "line", el("span", "big", title), timer(since, dueMs)),
    el("p", "soft", more), ...(dueMs ? [bar(since, dueMs)] : []), el("div", "pair", ...buttons));
}
const MINUTE = 60000;
function deafCalls() {
  return view.counters.filter((each) => each.ticket && each.ticket.needs_visual_call && each.ticket.state === "called" && !each.ticket.is_found)
    .map(({ id, ticket }) => urgent(say("deaf_called", ticket.number, counterName(id)), say("deaf_rule"), ticket.called_at, 0,
      button(say("deaf_found"), () => act("POST", `tickets/${ticket.id}/looked`, undefined, ticket.number), "main")));
}
function helpCalls() {
  return view.help_calls.map((call) => urgent(say("help", call.device), say("help_rule", LIVE.enquiry_min), call.at, LIVE.enquiry_min * MINUTE,
    button(say("go"), () => act("POST", `help-requests/${call.id}/answer`, undefined, call.device), "main")));
}
function followUps() {
  return floor.follow_ups.map((each) => {
    const what = [each.score && say(`score_${each.score}`), ...each.reasons.map((id) => named("rating", id)),
      each.counter && counterName(each.counter)].filter(Boolean).join(" · ");
    const title = say(each.kind === "talk" ? "talk" : "low", each.ticket || each.number);
    const rule = each.is_late ? say("follow_late") : each.owner ? say("follow_owner", each.owner_name || each.owner) : say("follow_rule", clock(each.by));
    const made = urgent(title, what, each.since, new Date(each.by) - new Date(each.since),
      ...(each.owner ? [] : [button(say("go"), () => takeOn(each), "main")]),
      button(say("seen_done"), () => seen(each), each.owner ? "main" : ""));
    made.insertBefore(el("p", each.is_late ? "late" : "soft", rule), made.lastChild);
    return made;
  });
}
function enquiries() {
  return floor.enquiries.map((each) => urgent(each.topic ? `${say("enquiry")}: ${named("services", each.topic)}` : say("enquiry"),
    `${each.staff_name || each.staff} · ${say("help_rule", LIVE.enquiry_min)}`, each.at, LIVE.enquiry_min * MINUTE,
    button(say("answered"), () => act("POST", `enquiries/${each.id}/answer`, undefined, say("enquiry")), "main")));
}
function keyCustomers() {
  return view.waiting.filter((each) => LIVE.key_segments.includes(each.segment)).map((each) =>
    el("div", "card line", el("span", "", el("span", "big", say("key_here", each.number)),
      el("span", "u what", [named("segments", each.segment), named("services", each.service), say("came", clock(each.arrived_at))].join(" · "))),
      button(say("forward"), () => bringForward(each), "quiet")));
}
function row(ticket, said) {
  const wait = minutes(ticket.arrived_at), isLate = wait >= LIVE.limit_min;
  const made = el("button", "row", el("span", "number", ticket.number),
    el("span", "", el("span", "what", named("services", ticket.service)), el("span", "u what", said)),
    el("span", isLate ? "minutes late" : "minutes", String(wait), el("span", "u", " " + say("min"))));
  made.type = "button";
  made.setAttribute("aria-expanded", String(open === ticket.id));
  made.addEventListener("click", () => { open = open === ticket.id ? "" : ticket.id; show(); });
  return made;
}
function doings(ticket) {
  const found = [button(say("forward"), () => bringForward(ticket)), button(say("reclassify"), () => reclassify(ticket))];
  if (LIVE.machine_services.includes(ticket.service))
    found.push(button(say("machine"), () => act("POST", `tickets/${ticket.id}/divert`, { way: "machine" }, ticket.number)));
  found.push(button(say("reprint"), () => act("POST", `tickets/${ticket.id}/reprint`, undefined, ticket.number)));
  const is = ticket.needs_visual_call;
  found.push(button(say(is ? "hears" : "note_deaf"), () => act("POST", `tickets/${ticket.id}/note`, { needs_visual_call: !is }, ticket.number)));
  return el("div", "doings", ...found);
}
function showLobby() {
  const parts = [...view.incidents.map((each) => el("p", "card late", say("going_on", named("incidents", each.reason)))),
    ...deafCalls(), ...helpCalls(), ...followUps(), ...enquiries(),
    el("div", "pair", button(say("enquiry"), enquire), button(say("issue"), () => issue())), ...keyCustomers()];
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
  redraw(at("lobby"), parts);
}
// Every second: only what runs.
function tick() {
  for (const each of document.querySelectorAll(".timer")) {
    each.textContent = span(each.dataset.since);
    each.classList.toggle("late", each.dataset.due && now() - new Date(each.dataset.since) > each.dataset.due);
  }
  for (const each of document.querySelectorAll(".bar"))
    each.firstChild.style.width = `${Math.min(100, 100 * (now() - new Date(each.dataset.since)) / each.dataset.due)}%`;
  contact();
  showOutbox();
}
