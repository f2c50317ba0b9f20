// Plain JavaScript: the headers of the server, which hold the hash of this script, are made without a compiler.

/** Sets `data-theme` before the first paint, from the choice stored on this device. */
export const themeScript =
  "try{const t=localStorage.theme;if(t==='light'||t==='dark')document.documentElement.dataset.theme=t}catch{}";
