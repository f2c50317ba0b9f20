// Plain JavaScript: the headers of the server, which hold the hash of this script, are made without a compiler.

/** Sets `data-theme` and `data-questions` before the first paint, from the choices stored on this device. */
export const themeScript =
  "try{const s=localStorage,d=document.documentElement.dataset,t=s.theme;if(t==='light'||t==='dark')d.theme=t;if(s.questions==='list')d.questions='list'}catch{}";
