/** A request that no page of ours and no honest program sends. */
export interface MalformedRequest {
  readonly why: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'HEAD' | 'OPTIONS';
  /** Sent as it is, also where it is no valid address. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

const boundary = '----surefoot';
const multipart = `multipart/form-data; boundary=${boundary}`;
const part = (name: string, value: string) =>
  `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
const form = (fields: Readonly<Record<string, string>>) =>
  `${Object.entries(fields)
    .map(([name, value]) => part(name, value))
    .join('')}--${boundary}--\r\n`;

/** Arguments of a server action that React's decoder refuses, as the text of a body. */
const brokenArguments = {
  'no JSON': '{',
  'an empty body': '',
  'a number': '5',
  null: 'null',
  'an object': '{"then":1}',
  'a reference to nothing': '["$1"]',
  'a reference to itself': '["$0"]',
  'a path through nothing': '["$1:a:b"]',
  'a prototype': '["$1:__proto__:polluted"]',
  'a server function that does not exist': '["$h1"]',
  'a promise that never comes': '["$@1"]',
  'a map of nothing': '["$Q1"]',
  'a blob of nothing': '["$B1"]',
  'a form of nothing': '["$K1"]',
  'a stream of nothing': '["$R1"]',
  'a big number that is none': '["$nx"]',
  'a date that is none': '["$D"]',
  'no form': '[null]',
  'a text for a form': '[null,"form"]',
  'deep brackets': '['.repeat(20_000),
} as const;

const brokenForms: Readonly<Record<string, string>> = {
  'no fields': `--${boundary}--\r\n`,
  'no end': part('0', '["$K1"]'),
  'no boundary': '0=[]',
  'an empty body': '',
  'half a head': `--${boundary}\r\nContent-Disposition: form-da`,
  'a part without a name': `--${boundary}\r\n\r\n[]\r\n--${boundary}--\r\n`,
  'arguments that are no JSON': form({ 0: '{' }),
  'a map of something else': form({ 0: '["$Q1"]', 1: '{"a":1}' }),
  'a set of something else': form({ 0: '["$W1"]', 1: '5' }),
  'a reference in a circle': form({ 0: '["$1"]', 1: '"$0"' }),
  'a server function of another site': form({ 0: '["$h1"]', 1: '{"id":"nothing","bound":null}' }),
  'a file for a form': form({ 0: '[null,"$B1"]', 1: 'text' }),
};

function actionRequests(action: string, origin: string): MalformedRequest[] {
  const head = { origin, 'next-action': action, accept: 'text/x-component' };
  const sent = (why: string, type: string, body: string, headers: Record<string, string> = head) =>
    ({ why, method: 'POST', path: '/signin', headers: { ...headers, 'content-type': type }, body }) as const;
  const fine = form({ _1_login: 'ada', _1_password: 'wrong', 0: '[null,"$K1"]' });
  return [
    ...Object.entries(brokenArguments).map(([why, body]) =>
      sent(`arguments: ${why}`, 'text/plain;charset=UTF-8', body),
    ),
    ...Object.entries(brokenForms).map(([why, body]) => sent(`form: ${why}`, multipart, body)),
    sent('a form without a boundary', 'multipart/form-data', fine),
    sent('a form of another kind', 'application/x-www-form-urlencoded', 'a=1'),
    sent('a form longer than any of ours', multipart, form({ 0: 'x'.repeat(300_000) })),
    sent('arguments longer than any of ours', 'text/plain', `["${'x'.repeat(300_000)}"]`),
    sent('an unknown action', multipart, fine, { ...head, 'next-action': '0'.repeat(42) }),
    sent('an action of no form', multipart, fine, { ...head, 'next-action': 'toString' }),
    sent('an action with a name like a path', multipart, fine, { ...head, 'next-action': '../../etc' }),
    sent('another site', multipart, fine, { ...head, origin: 'https://evil.example' }),
    sent('no site', multipart, fine, { ...head, origin: 'null' }),
    sent('an origin that is no address', multipart, fine, { ...head, origin: 'evil' }),
    sent('another site, without a script', multipart, fine, { origin: 'https://evil.example' }),
    sent('a broken state of the router', multipart, fine, { ...head, 'next-router-state-tree': '%ff{' }),
  ];
}

/** The same without a script: the names of the fields say which action is meant. */
function plainFormRequests(action: string, origin: string): MalformedRequest[] {
  const bound = (descriptor: string, more: Readonly<Record<string, string>> = {}) =>
    form({ $ACTION_REF_1: '', '$ACTION_1:0': descriptor, ...more, login: 'ada', password: 'wrong' });
  const forms: Readonly<Record<string, string>> = {
    'no action': form({ login: 'ada' }),
    'an unknown action': bound(`{"id":"${'0'.repeat(42)}","bound":null}`),
    'an action that is no JSON': bound('{"id":"'),
    'bound arguments of nothing': bound(`{"id":"${action}","bound":"$@1"}`),
    'bound arguments that are no JSON': bound(`{"id":"${action}","bound":"$@1"}`, { '$ACTION_1:1': '[' }),
    'bound arguments that are no list': bound(`{"id":"${action}","bound":"$@1"}`, { '$ACTION_1:1': '5' }),
    'no fields': `--${boundary}--\r\n`,
    'no end': part('login', 'ada'),
    'no boundary': 'login=ada',
    'half a head': `--${boundary}\r\nContent-Disposition: form-da`,
  };
  const headers = { origin, 'content-type': multipart };
  return Object.entries(forms).map(([why, body]) => ({
    why: `without a script: ${why}`,
    method: 'POST',
    path: '/signin',
    headers,
    body,
  }));
}

const brokenPaths = [
  '/%ff',
  '/tracks/%ff',
  '/tracks/mlops/%ff',
  '/tracks/mlops/reproducibility/%ff',
  '/help/%ff',
  '/help/%c0%ae%c0%ae/etc',
  '/teach/%ff',
  '/teach/%ff/gradebook.csv',
  '/texts/%ff',
  '/runtime/%ff/x',
  '/api/%ff',
  '/api/auth/%ff',
  '/_next/static/%ff',
  '/_next/static/chunks/%ff.js',
  '/_next/image?url=%ff&w=1&q=1',
  '/%',
  '/tracks/%E0%A4%A',
  '/%00',
  '/..%2f..%2fetc/passwd',
];

function apiRequests(origin: string): MalformedRequest[] {
  const json = { origin, 'content-type': 'application/json' };
  const draft = (why: string, body: string, headers: Record<string, string> = json) =>
    ({ why: `a draft: ${why}`, method: 'POST', path: '/api/drafts', headers, body }) as const;
  const auth = (why: string, method: 'GET' | 'POST', path: string, more: Partial<MalformedRequest> = {}) =>
    ({ why: `sign-in: ${why}`, method, path: `/api/auth/${path}`, ...more }) as const;
  return [
    draft('no JSON', '{'),
    draft('an empty body', ''),
    draft('no object', 'null'),
    draft('bytes that are no text', '\u0000\u0001'),
    draft('another site', '{}', { ...json, origin: 'https://evil.example' }),
    draft('an origin that is no address', '{}', { ...json, origin: 'evil' }),
    draft('too long', `{"a":"${'x'.repeat(300_000)}"}`),
    auth('credentials by GET', 'GET', 'callback/credentials'),
    auth('credentials by GET, with a password', 'GET', 'callback/credentials?login=ada&password=x'),
    auth('a service that does not exist', 'GET', 'callback/nobody'),
    auth('a service that does not exist, posted', 'POST', 'signin/nobody', { headers: json, body: '{}' }),
    auth('a school service that is not set up', 'GET', 'callback/oidc?code=x&state=y'),
    auth('an unknown part', 'GET', 'nothing'),
    auth('broken JSON', 'POST', 'callback/credentials', { headers: json, body: '{' }),
    auth('another site', 'POST', 'signout', {
      headers: { ...json, origin: 'https://evil.example' },
      body: '{}',
    }),
    auth('signing out by a link', 'GET', 'leave'),
  ];
}

/** Every malformed request that is tried, for the server at `origin`; `action` is the id of one of its server actions. */
export function malformedRequests(action: string, origin: string): readonly MalformedRequest[] {
  return [
    ...actionRequests(action, origin),
    ...plainFormRequests(action, origin),
    ...brokenPaths.map((path): MalformedRequest => ({ why: `a path: ${path}`, method: 'GET', path })),
    ...apiRequests(origin),
    ...['%ff{', '[]', '["",5]', '[1,{"children":null}]', `["",{"children":${'['.repeat(5000)}}]`].map(
      (state): MalformedRequest => ({
        why: `a state of the router: ${state.slice(0, 30)}`,
        method: 'GET',
        path: '/signin',
        headers: {
          rsc: '1',
          'next-router-state-tree': state.includes('%') ? state : encodeURIComponent(state),
        },
      }),
    ),
    { why: 'a form for a file', method: 'POST', path: '/_next/static/x.js', headers: { origin }, body: 'x' },
    { why: 'another name', method: 'GET', path: '/signin', headers: { host: 'evil.example' } },
    { why: 'a name that is none', method: 'GET', path: '/signin', headers: { host: 'a b' } },
    { why: 'another address in the first line', method: 'GET', path: 'http://evil.example/signin' },
    { why: 'a method that no page has', method: 'PUT', path: '/signin', body: 'x' },
    { why: 'a method that no address has', method: 'PUT', path: '/api/drafts', body: 'x' },
  ];
}
