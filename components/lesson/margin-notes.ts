import { useLayoutEffect } from 'react';

/**
 * Anchors each note to the heading of its passage: styles place it beside that where there is room. The policy of the page
 * allows no styles in its markup, so a script has to name the anchors.
 */
export function MarginNotes(): null {
  useLayoutEffect(() => {
    for (const [at, note] of document.querySelectorAll<HTMLElement>('[data-note-on]').entries()) {
      const passage = document.getElementById(note.dataset.noteOn ?? '');
      if (!passage) continue;
      passage.style.setProperty('anchor-name', `--note-${at}`);
      note.style.setProperty('position-anchor', `--note-${at}`);
      note.dataset.placed = '';
    }
  });
  return null;
}
