// Small comforts: every page works without this file.

// An auditor's secret stands after the #, where no server sees it. It goes into its field and leaves the address bar.
const secretField = document.querySelector('[data-link-secret]');
if (secretField && location.hash.length > 1) {
  secretField.value = location.hash.slice(1);
  for (const other of document.querySelectorAll('a.language')) other.hash = location.hash;
  history.replaceState(null, '', location.pathname + location.search);
  document.getElementById('siren')?.focus();
}

// What must be corrected is read first.
document.querySelector('.error-summary')?.focus();

// The clipboard is there on https and on this very machine only.
for (const text of navigator.clipboard ? document.querySelectorAll('[data-copy]') : []) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'copy';
  const label = document.createElement('span');
  label.textContent = text.dataset.copy;
  // Many buttons of one name help nobody who only hears them.
  const what = document.createElement('span');
  what.className = 'hidden';
  what.textContent = ` ${text.textContent.slice(0, 16)}`;
  button.append(label, what);
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(text.textContent);
    label.textContent = text.dataset.copied;
    setTimeout(() => {
      label.textContent = text.dataset.copy;
    }, 2000);
  });
  text.after(button);
}

// A file may be dropped on its form; one that is too large is told before it is sent, in the browser's own way.
for (const field of document.querySelectorAll('input[data-max-bytes]')) {
  const { form, dataset } = field;
  const look = () => {
    const isTooLarge = field.files.length > 0 && field.files[0].size > Number(dataset.maxBytes);
    field.setCustomValidity(isTooLarge ? dataset.tooLarge : '');
    if (isTooLarge) field.reportValidity();
  };
  field.addEventListener('change', look);
  const hint = document.createElement('p');
  hint.className = 'hint';
  hint.textContent = dataset.drop;
  field.after(hint);
  for (const [type, isOver] of [
    ['dragover', true],
    ['dragleave', false],
    ['drop', false],
  ]) {
    form.addEventListener(type, (event) => {
      event.preventDefault();
      form.classList.toggle('dropping', isOver);
    });
  }
  form.addEventListener('drop', ({ dataTransfer }) => {
    if (dataTransfer.files.length === 0) return;
    field.files = dataTransfer.files;
    look();
  });
}

// Everybody who has time is ticked where she stands; without script the same link asks for the page again.
document.querySelector('.tick-all a')?.addEventListener('click', (event) => {
  event.preventDefault();
  for (const box of document.querySelectorAll('[data-tick]')) box.checked = true;
});

// Of a file that is only looked up, its digest is taken here; the file is not sent. The form works with a digest typed in, too.
for (const field of crypto.subtle ? document.querySelectorAll('input[data-digest-of]') : []) {
  const label = document.createElement('label');
  const file = document.createElement('input');
  label.textContent = field.dataset.digestOf;
  label.htmlFor = `${field.id}-file`;
  file.type = 'file';
  file.id = label.htmlFor;
  field.before(label, file);
  file.addEventListener('change', async () => {
    if (file.files.length === 0) return;
    const digest = await crypto.subtle.digest('SHA-256', await file.files[0].arrayBuffer());
    field.value = [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    field.form.submit();
  });
}
