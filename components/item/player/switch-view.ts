/** One at a time or as a list, remembered on this device; the inline script of every page sets it before the first paint. */
export function switchView(): void {
  const { dataset } = document.documentElement;
  const isList = dataset.questions === 'list';
  if (isList) delete dataset.questions;
  else dataset.questions = 'list';
  try {
    if (isList) localStorage.removeItem('questions');
    else localStorage.setItem('questions', 'list');
  } catch {
    // Storage may be blocked: the choice is then lost with the page.
  }
}
