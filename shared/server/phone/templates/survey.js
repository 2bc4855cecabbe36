// The questions of a survey: marks are sent together, once; questions may be left out.
at("survey-form").addEventListener("submit", async (event) => {
  event.preventDefault();
  const marks = {};
  for (const input of document.querySelectorAll("input:checked")) marks[input.name] = Number(input.value);
  if (!Object.keys(marks).length) {
    trouble(word("survey_none"));
    return;
  }
  if (!await ask(location.pathname, { marks })) return;
  at("asking").hidden = true;
  at("thanks").hidden = false;
  at("thanks").focus();
});
addEventListener("DOMContentLoaded", paint);
