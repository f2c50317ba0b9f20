/**
 * Without JavaScript the header that streams in stays in a hidden box at the end of the page: show it at the top, in
 * place of the one for strangers. (`plain` is the first layer, whose important rules outrank Tailwind's own.)
 */
export function PlainStyle() {
  return (
    <noscript>
      <style>{`@layer plain{
body{display:flex;flex-direction:column}
body>div[hidden][id^="S:"]:has(>header.no-print){display:block!important;order:-1}
[data-waiting],.needs-script{display:none!important}
}`}</style>
    </noscript>
  );
}
