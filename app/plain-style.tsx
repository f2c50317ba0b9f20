/**
 * Without JavaScript the parts that stream in for one person stay in hidden boxes at the end of the page: show them
 * there, the header at the top, and hide the placeholders they were meant to replace. Where the placeholder is complete
 * without the person (data-progress), it stays instead.
 */
export function PlainStyle() {
  return (
    <noscript>
      <style>{`@layer plain{body{display:flex;flex-direction:column}
body>div[hidden][id^="S:"]{display:block!important;width:100%;max-width:72rem;margin-inline:auto;padding-inline:1rem}
body>div[hidden][id^="S:"]:has(>header.no-print){order:-1;max-width:none;padding:0}
body>div[hidden][id^="S:"]:has(>[data-progress]){display:none!important}
body>footer{order:9}
[data-waiting],.needs-script{display:none!important}}`}</style>
    </noscript>
  );
}
