"use strict";
// What the pages have in common: the two languages, the branch's words, asking the server.
const data = JSON.parse(document.getElementById("data").textContent);
const at = (id) => document.getElementById(id);
const TAGS = { zh: "zh-CN", en: "en" };
const KEPT = "lobby-language";
const painters = [];
let lang = data.language;
try { if (data.words[localStorage.getItem(KEPT)]) lang = localStorage.getItem(KEPT); } catch { /* no store */ }
const other = () => (lang === "zh" ? "en" : "zh");

function word(key, value, language) {
  const text = data.words[language || lang][key] || "";
  return value === undefined ? text : text.replace("%1", value);
}

// Every text of the page in the chosen language; what is drawn from the state follows.
function paint() {
  document.documentElement.lang = TAGS[lang];
  for (const each of document.querySelectorAll("[data-t]")) each.textContent = word(each.dataset.t);
  for (const each of document.querySelectorAll("[data-u]")) each.textContent = word(each.dataset.u, undefined, other());
  for (const each of document.querySelectorAll("[data-name]")) each.textContent = data.names[each.dataset.name][lang];
  for (const each of document.querySelectorAll("[data-other]")) each.textContent = data.names[each.dataset.other][other()];
  for (const each of document.querySelectorAll("[aria-hidden][lang], #language")) each.lang = TAGS[other()];
  at("language").textContent = word("language", undefined, other());
  for (const each of painters) each();
}

at("language").addEventListener("click", () => {
  lang = other();
  try { localStorage.setItem(KEPT, lang); } catch { /* a private window: until the page is left */ }
  paint();
});

function clock(time) {
  return new Date(time).toLocaleTimeString("zh-CN",
    { hour12: false, timeZone: data.time_zone, hour: "2-digit", minute: "2-digit" });
}

function trouble(text) {
  at("trouble").textContent = text;
  at("trouble").hidden = !text;
}

// Ask the server to do something; its answer, or nothing once it has been said why not. A request
// that got lost is sent again under the same key, so that it is done once.
async function ask(path, body, method = "POST", key = newKey()) {
  trouble("");
  const headers = { "Accept-Language": lang, "Idempotency-Key": key };
  if (body !== undefined) headers["Content-Type"] = "application/json";
  for (let tries = 0; tries < 3; tries += 1) {
    let answer;
    try {
      answer = await fetch(path, { method, headers, body: body === undefined ? undefined : JSON.stringify(body) });
    } catch {
      await new Promise((done) => setTimeout(done, 500 * (tries + 1)));
      continue;
    }
    const told = await answer.json().catch(() => ({}));
    if (answer.ok) return told;
    trouble(told.detail || word("failed"));
    return null;
  }
  trouble(word("failed"));
  return null;
}

function newKey() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (n) => n.toString(16).padStart(2, "0")).join("");
}

for (const button of document.querySelectorAll("[data-close]"))
  button.addEventListener("click", () => button.closest("dialog").close());
