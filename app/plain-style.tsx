/**
 * Without JavaScript the streamed header stays in a hidden box at the end of the page. This shows it at the top, in
 * place of the visitor’s header. (`plain` is the first layer, so its important rules override Tailwind’s.)
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
