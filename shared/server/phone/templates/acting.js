// What the customer can do, and the alarm of this page.
let isAlarmOn = false;
let sound = null;
let lock = null;

async function act(command, body) {
  const buttons = [...document.querySelectorAll("#actions button, dialog button, .face")];
  for (const each of buttons) each.disabled = true;
  const next = await ask(location.pathname + "/" + command, body);
  for (const each of buttons) each.disabled = false;
  for (const box of document.querySelectorAll("dialog[open]")) box.close();
  if (next) take(next);
}

function showActions() {
  at("tell").hidden = data.is_told === null || !["waiting", "held", "called"].includes(view.state);
  at("tell-form").hidden = data.is_told === true;
  at("told").hidden = data.is_told !== true;
  const can = (name) => view.can.includes(name);
  const isCalled = view.state === "called";
  at("alert").hidden = view.people_ahead === null;
  at("alert-note").hidden = view.people_ahead === null || !isAlarmOn;
  at("alert").setAttribute("aria-pressed", String(isAlarmOn));
  const alert = isAlarmOn ? "alert_on" : "alert";
  at("alert-word").textContent = word(alert, data.soon_ahead);
  at("alert-other").textContent = word(alert + "_short", undefined, other());
  const later = isCalled ? "cannot" : "defer";
  at("defer-word").textContent = word(later);
  at("defer-other").textContent = word(later, undefined, other());
  for (const name of ["defer", "resume", "return", "cancel"]) at(name).hidden = !can(name);
  for (const name of ["resume", "return"]) at(name + "-note").hidden = !can(name);
  at("rate").hidden = !can("rate");
  at("survey").hidden = !can("survey");
  at("defer-choices").replaceChildren(...view.later_min.map((minutes) => {
    const button = document.createElement("button");
    const text = document.createElement("b");
    button.type = "button";
    text.textContent = word("later_min", minutes);
    button.append(text);
    button.addEventListener("click", () => act("defer", { minutes }));
    return button;
  }));
}

at("defer").addEventListener("click", () => at("defer-box").showModal());
at("cancel").addEventListener("click", () => at("cancel-box").showModal());
at("cancel-yes").addEventListener("click", () => act("cancel"));
at("resume").addEventListener("click", () => act("resume"));
at("return").addEventListener("click", () => act("return"));
at("survey").addEventListener("click", () => location.assign(location.pathname + "/survey"));
for (const face of document.querySelectorAll(".face"))
  face.addEventListener("click", () => act("rating", { score: Number(face.dataset.score) }));

// Browsers let a page make a sound only after a touch: that is what the button is for. The screen
// is kept on where the browser allows it, since a locked phone hears nothing.
at("alert").addEventListener("click", async () => {
  isAlarmOn = !isAlarmOn;
  if (isAlarmOn) {
    sound = sound || new (window.AudioContext || window.webkitAudioContext)();
    sound.resume();
    beep(1);
  }
  await keepAwake();
  showActions();
});

async function keepAwake() {
  try {
    if (isAlarmOn && !lock && navigator.wakeLock) lock = await navigator.wakeLock.request("screen");
    if (!isAlarmOn && lock) { await lock.release(); lock = null; }
  } catch { lock = null; }
}
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState !== "visible") return;
  lock = null;
  keepAwake();
});

function beep(times) {
  for (let n = 0; n < times; n += 1) {
    const tone = sound.createOscillator();
    const volume = sound.createGain();
    tone.frequency.value = 880;
    volume.gain.value = 0.2;
    tone.connect(volume).connect(sound.destination);
    tone.start(sound.currentTime + n * 0.35);
    tone.stop(sound.currentTime + n * 0.35 + 0.2);
  }
}

function alarm(isCalledNow, before) {
  const isNear = view.people_ahead !== null && view.people_ahead <= data.soon_ahead;
  const wasNear = before.people_ahead !== null && before.people_ahead <= data.soon_ahead;
  const isNews = isCalledNow || (isAlarmOn && isNear && !wasNear);
  if (!isNews) return;
  if (navigator.vibrate) navigator.vibrate([300, 150, 300]);
  if (isAlarmOn && sound) beep(isCalledNow ? 3 : 2);
}

at("write-form").addEventListener("submit", async (event) => {
  event.preventDefault();
  const form = event.target;
  const body = { kind: form.elements.kind.value, text: at("words").value, contact: at("reach").value };
  const taken = await ask(location.pathname + "/feedback", body);
  if (!taken) return;
  form.reset();
  form.hidden = true;
  at("written").textContent = word("written", taken.number);
});

async function tell(body, method) {
  const answer = await ask(location.pathname + "/notice", body, method);
  if (!answer) return;
  data.is_told = answer.is_wanted;
  at("tell-form").reset();
  showActions();
}

at("tell-form").addEventListener("submit", (event) => {
  event.preventDefault();
  tell({ number: at("telephone").value.trim() });
});
at("tell-not").addEventListener("click", () => tell(undefined, "DELETE"));
