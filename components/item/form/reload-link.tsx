/** A link that reloads the page; works without a script. */
export function ReloadLink() {
  return (
    // biome-ignore lint/a11y/useValidAnchor: the empty address is this very page
    <a href="" className="font-semibold">
      Reload the page
    </a>
  );
}
