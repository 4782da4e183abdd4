/** Sends a form of routes/act and loads the page anew, as its button would without JavaScript. */
export function act(verb: string, subject: string) {
  const form = document.createElement("form");
  form.method = "post";
  form.action = `/act/${verb}`;
  for (const [name, value] of Object.entries({ subject, back: location.pathname + location.search })) {
    const input = document.createElement("input");
    input.type = "hidden";
    input.name = name;
    input.value = value;
    form.append(input);
  }
  document.body.append(form);
  form.submit();
}
