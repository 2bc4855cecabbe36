const place = location.pathname.replace(/\/$/, "");
let service = "";
let day = "";
let time = "";
let days = [];
let times = [];
let code = "";      // of the booking that is shown
let booking = null;
let isNew = false;  // booked on this page just now: the code may still be shown
let ticket = null;

const asDate = (at_, options) => new Intl.DateTimeFormat(lang === "zh" ? "zh-CN" : "en-GB", options).format(at_);
const DATE = { month: "short", day: "numeric" };
const when = (at_) =>
  asDate(new Date(at_), { ...DATE, weekday: "short", timeZone: data.time_zone }) + " " + clock(at_);

function choice(text, note, isOn, isOff, act) {
  const button = document.createElement("button");
  const words = document.createElement("b");
  const small = document.createElement("span");
  button.type = "button";
  button.disabled = isOff;
  button.setAttribute("aria-pressed", String(isOn));
  words.textContent = text;
  small.textContent = note;
  small.className = "small";
  button.append(words, small);
  button.addEventListener("click", act);
  return button;
}

function dayNote(each) {
  if (each.slots === 0) return word("no_times");
  return each.free === 0 ? word("full") : word("places", each.free);
}

function show() {
  for (const each of document.querySelectorAll("[data-service]")) {
    each.firstElementChild.textContent = data.services[each.dataset.service][lang];
    each.setAttribute("aria-pressed", String(each.dataset.service === service));
  }
  at("day-step").hidden = !service;
  at("days").replaceChildren(...days.map((each) => {
    const noon = new Date(each.day + "T12:00:00Z");
    const weekday = asDate(noon, { weekday: "short", timeZone: "UTC" });
    return choice(asDate(noon, { ...DATE, timeZone: "UTC" }), weekday + " · " + dayNote(each),
      each.day === day, each.free === 0, () => chooseDay(each.day));
  }));
  at("time-step").hidden = !day;
  at("times").replaceChildren(...times.map((each) => choice(
    clock(each.at), each.free ? "" : word("full"), each.at === time, each.free === 0,
    () => chooseTime(each.at))));
  at("confirm-step").hidden = !time;
  if (time) {
    at("confirm-what").textContent = data.services[service][lang] + " · " + when(time);
    at("confirm-rule").textContent = data.rules[service][lang];
    at("confirm-word").textContent = word(code ? "move" : "book", when(time));
    at("telephone-box").hidden = Boolean(code) || data.at_office;
  }
  showResult();
}

function showResult() {
  at("result").hidden = !booking;
  if (!booking) return;
  const isBooked = booking.state === "booked";
  const name = (data.services[booking.service] || {})[lang] || booking.service;
  at("result-title").textContent = word("state_" + booking.state);
  at("result-what").textContent = name + " · " + when(booking.at);
  at("new-code").hidden = !isNew || !isBooked;
  at("code").textContent = code;
  at("square").alt = word("qr");
  at("result-when").textContent = isBooked
    ? word("check_in_from", clock(booking.check_in_from)).replace("%2", clock(booking.check_in_until)) : "";
  at("result-rule").textContent = isBooked ? (data.rules[booking.service] || {})[lang] || "" : "";
  at("check-in").hidden = !isBooked || isNew || data.at_office;
  for (const each of ["calendar", "change", "cancel"]) at(each).hidden = !isBooked;
  at("ticket").hidden = !ticket;
  if (ticket) {
    at("ticket").textContent = word("to_ticket", ticket.number);
    at("ticket").href = ticket.phone_url;
  }
}

function reveal(id) {
  at(id).focus({ preventScroll: true });
  at(id).scrollIntoView({ block: "start" });
}

async function chooseService(name) {
  [service, day, time, times] = [name, "", "", []];
  const found = await ask(place + "/days?service=" + encodeURIComponent(name), undefined, "GET");
  days = found ? found.days : [];
  show();
  if (found) reveal("day-title");
}

async function chooseDay(name) {
  [day, time] = [name, ""];
  const found = await ask(place + "/slots?service=" + encodeURIComponent(service) + "&day=" + name, undefined, "GET");
  times = found ? found.slots : [];
  show();
  if (found) reveal("time-title");
}

function chooseTime(at_) {
  time = at_;
  show();
  reveal("confirm-title");
}

const here = () => place + "/appointments/" + encodeURIComponent(code);

function settle(found) {
  booking = found;
  [service, day, time, days, times] = ["", "", "", [], []];
  at("calendar").href = here() + "/calendar.ics";
  at("flow").hidden = true;
  at("known").hidden = found.state === "booked";
  show();
  reveal("result-title");
}

at("confirm").addEventListener("submit", async (event) => {
  event.preventDefault();
  const language = lang === "zh" ? "zh_CN" : "en";
  const telephone = at("telephone").value.trim();
  const found = code
    ? await ask(here(), { at: time }, "PATCH")
    : await ask(place + "/appointments",
      data.at_office ? { service, at: time, language } : { service, at: time, language, telephone });
  if (!found) return;
  if (!code) {
    code = found.code;
    isNew = true;
    at("square").src = here() + "/code.svg";
    at("telephone").value = "";
  }
  settle(found);
});

at("find").addEventListener("submit", async (event) => {
  event.preventDefault();
  code = at("typed").value.replaceAll(" ", "").toUpperCase();
  isNew = false;
  const found = await ask(here(), undefined, "GET");
  if (found) settle(found);
  else code = "";
});

at("change").addEventListener("click", () => {
  at("flow").hidden = false;
  at("service-step").hidden = true;
  chooseService(booking.service);
});
at("cancel").addEventListener("click", () => at("cancel-box").showModal());
at("cancel-yes").addEventListener("click", async () => {
  const found = await ask(here(), undefined, "DELETE");
  at("cancel-box").close();
  if (found) settle(found);
});
at("check-in").addEventListener("click", async () => {
  ticket = await ask(here() + "/check-in");
  if (!ticket) return;
  booking = { ...booking, state: "checked_in" };
  show();
  at("ticket").focus();
});
for (const each of document.querySelectorAll("[data-service]"))
  each.addEventListener("click", () => chooseService(each.dataset.service));
painters.push(show);
addEventListener("DOMContentLoaded", paint);
