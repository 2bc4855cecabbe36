
// ---------------------------------------------------------------- questions
function question(title, more, choices) {
  at("ask-title").textContent = title;
  at("ask-more").textContent = more;
  at("ask-more").hidden = !more;
  at("choices").replaceChildren(...choices, button(say("cancel"), () => at("ask").close(), "quiet"));
  if (!at("ask").open) at("ask").showModal();
}
const chosen = (text, then, className) => button(text, () => { at("ask").close(); then(); }, className);
function box(text, kind = "checkbox", group = "") {
  const made = el("input");
  made.type = kind;
  if (group) made.name = group;
  return el("label", "pick", made, text);
}

function bringForward(ticket) {
  const free = view.counters.filter((each) => each.state === "open" && !each.ticket && each.services.includes(ticket.service));
  const others = view.counters.filter((each) => each.state !== "open" && !each.wanted_since && (LIVE.served[each.id] || []).includes(ticket.service));
  if (!free.length) return question(ticket.number, say("forward_none"), others.map((each) =>
    chosen(say("want_one", counterName(each.id)), () => act("POST", `counters/${each.id}/ask`, { is_on: true }, counterName(each.id)))));
  question(`${ticket.number} · ${say("where")}`, "", free.map((each) => chosen(counterName(each.id), () =>
    question(`${ticket.number} · ${say("why")}`, "", Object.keys(LIVE.reasons).map((reason) =>
      chosen(named("reasons", reason), () => act("POST", `counters/${each.id}/call`, { ticket: ticket.id, reason }, ticket.number)))))));
}
function reclassify(ticket) {
  question(`${ticket.number} · ${say("reclassify")}`, "", Object.keys(LIVE.services).filter((each) => each !== ticket.service)
    .map((service) => chosen(named("services", service), () => act("POST", `tickets/${ticket.id}/reclassify`, { service }, ticket.number))));
}
function suspend() {
  const boxes = Object.keys(LIVE.services).map((service) => {
    const made = box(named("services", service));
    made.firstChild.value = service;
    return made;
  });
  const reasons = Object.keys(LIVE.incidents).filter((each) => !LIVE.alarms[each]).map((reason) => chosen(named("incidents", reason), () => {
    const services = boxes.map((each) => each.firstChild).filter((each) => each.checked).map((each) => each.value);
    declare(reason, services);
  }));
  question(say("suspend"), say("suspend_what"), [...boxes, ...reasons]);
}
async function declare(reason, services) {
  const answer = await act("POST", "incidents", { reason, services }, named("incidents", reason));
  if (answer) question(named("incidents", reason), say("told", answer.told.length), []);
}
// What every screen puts before all else takes a second touch.
function alarm(reason) {
  question(named("incidents", reason), `${say("alarm_what")} ${named("alarms", reason)}`,
    [chosen(say("alarm_now", named("incidents", reason)), () => declare(reason, []), "danger")]);
}
// Forty people at the door: a touch a ticket, and the number stays in view until the next one.
function issue(given = null) {
  const segments = Object.keys(LIVE.choices);
  const boxes = segments.map((segment) => box(named("segments", segment)));
  const deaf = box(say("note_deaf"));
  const services = Object.keys(LIVE.services).map((service) => button(named("services", service), async () => {
    const segment = segments.find((_, n) => boxes[n].firstChild.checked);
    const asked = { service, segment, needs_visual_call: deaf.firstChild.checked, language: lang === "zh" ? "zh_CN" : "en" };
    for (const each of at("choices").querySelectorAll("button")) each.disabled = true;
    const ticket = await act("POST", "tickets", asked, say("issue"));
    issue(ticket);
    if (!ticket) at("ask").close();
  }));
  const number = given && el("p", "given", el("span", "huge", given.number), el("span", "soft", say("ahead", given.people_ahead)));
  const print = given && button(say("print"), () => act("POST", `tickets/${given.id}/reprint`, undefined, given.number));
  question(given ? say("issued", given.number) : say("issue"), "", [
    ...(given ? [number, print] : []), ...boxes, deaf, el("div", "pair", ...services)]);
}
function enquire() {
  question(say("enquiry"), say("enquiry_what"), [
    chosen(say("enquiry_any"), () => act("POST", "enquiries", {}, say("enquiry")), "main"),
    el("div", "pair", ...Object.keys(LIVE.services).map((topic) =>
      chosen(named("services", topic), () => act("POST", "enquiries", { topic }, say("enquiry")))))]);
}
// A low mark, or a wish to speak: who goes says so, and afterwards how it went.
function takeOn(each) {
  act("POST", `cases/${each.case}/assign`, {}, each.ticket);
}
function seen(each) {
  const words = el("textarea");
  words.rows = 2;
  words.maxLength = 1000;
  const ended = (text, step) => chosen(text, async () => {
    const said = [text, words.value.trim()].filter(Boolean).join(" · ");
    if (step === "answer") await act("POST", `cases/${each.case}/assign`, {}, each.ticket);
    act("POST", `cases/${each.case}/${step}`, { text: said }, each.ticket);
  });
  question(`${each.ticket} · ${say("seen")}`, "", [el("label", "", say("seen_words"), words),
    ended(say("seen_settled"), "answer"), ended(say("seen_gone"), "answer"), ended(say("seen_more"), "first-answer")]);
}
