/** A program that claims a value of a call for which it holds no function. */
export interface Forgery {
  readonly way: string;
  readonly program: string;
}

/** Each wants `secret(6, 7)` to seem to give 42. */
export const pythonForgeries: readonly Forgery[] = [
  {
    way: "appending to the driver's list of values",
    program: `import sys
here = sys._getframe(1).f_locals
here['job']['calls'] = []
here['answer'].setdefault('values', []).append({'gives': '42'})`,
  },
  {
    way: 'every list in every frame',
    program: `import sys
frame = sys._getframe()
while frame:
    for one in list(frame.f_locals.values()):
        if isinstance(one, dict):
            one['calls'] = []
            one.setdefault('values', []).append({'gives': '42'})
            one['count'] = 0
    frame = frame.f_back`,
  },
  {
    way: 'writing the report and leaving',
    program: `import json, os, sys
job = sys._getframe(1).f_locals['job']
with open(job['report'], 'w') as paper:
    paper.write(json.dumps({'stop': None, 'exit': 0, 'values': [{'gives': '42'}]}))
os._exit(0)`,
  },
  {
    way: 'writing the report found by the garbage collector',
    program: `import gc, json, os
for one in gc.get_objects():
    if type(one) is dict and 'report' in one and 'program' in one:
        for name in ('report', 'failures'):
            if name in one:
                with open(one[name], 'w') as paper:
                    paper.write(json.dumps({'stop': None, 'exit': 0, 'values': [{'gives': '42'}]}))
os._exit(0)`,
  },
  {
    way: 'frames of a traceback',
    program: `try:
    1 / 0
except ZeroDivisionError as error:
    frame = error.__traceback__.tb_frame
    while frame:
        job = frame.f_locals.get('job')
        if job:
            job['calls'] = []
            frame.f_locals['answer'].setdefault('values', []).append({'gives': '42'})
        frame = frame.f_back`,
  },
  {
    way: 'frames of a generator',
    program: `def steps():
    frame = walker.gi_frame.f_back
    while frame:
        job = frame.f_locals.get('job')
        if job:
            job['calls'] = []
            frame.f_locals['answer'].setdefault('values', []).append({'gives': '42'})
        frame = frame.f_back
    yield
walker = steps()
next(walker)`,
  },
  {
    way: 'inspect.stack',
    program: `import inspect
for one in inspect.stack():
    job = one.frame.f_locals.get('job')
    if job:
        job['calls'] = []
        one.frame.f_locals['answer'].setdefault('values', []).append({'gives': '42'})`,
  },
  {
    way: 'a trace function in the driver',
    program: `import sys
def watch(frame, event, argument):
    for name in ('answer', 'values', 'failures'):
        one = frame.f_locals.get(name)
        if isinstance(one, dict):
            one['values'] = [{'gives': '42'}]
        if isinstance(one, list):
            one[:] = [{'gives': '42'}]
    return watch
frame = sys._getframe(1)
frame.f_trace = watch
sys.settrace(watch)`,
  },
  {
    way: 'a profile function',
    program: `import sys
def watch(frame, event, argument):
    frame = sys._getframe(1)
    while frame:
        if 'answer' in frame.f_locals:
            frame.f_locals['answer']['values'] = [{'gives': '42'}]
        frame = frame.f_back
sys.setprofile(watch)`,
  },
  {
    way: 'an audit hook',
    program: `import sys
def hook(event, arguments):
    if event in ('compile', 'exec', 'open'):
        frame = sys._getframe(1)
        while frame:
            if 'answer' in frame.f_locals:
                frame.f_locals['answer']['values'] = [{'gives': '42'}]
            frame = frame.f_back
sys.addaudithook(hook)`,
  },
  {
    way: 'other built-in functions',
    program: `import builtins
builtins.eval = builtins.compile = builtins.exec = lambda *a, **k: 42
builtins.repr = builtins.str = lambda value: '42'
builtins.open = lambda *a, **k: None`,
  },
  {
    way: 'another JSON',
    program: `import json
text = '{"stop": null, "exit": 0, "values": [{"gives": "42"}]}'
json.dumps = lambda *a, **k: text
json.JSONEncoder.encode = lambda self, value: text
json.encoder.c_make_encoder = None`,
  },
  {
    way: 'another json module, for whoever imports it later',
    program: `import sys, types
fake = types.ModuleType('json')
fake.dumps = lambda *a, **k: '{"stop": null, "exit": 0, "values": [{"gives": "42"}]}'
sys.modules['json'] = sys.modules['_json'] = fake`,
  },
  {
    way: 'an import hook',
    program: `import builtins, sys
class Finder:
    def find_spec(self, name, path=None, target=None):
        return None
sys.meta_path.insert(0, Finder())
known = builtins.__import__
def fake(name, *rest):
    module = known(name, *rest)
    if name == 'os':
        module._exit = lambda code: None
    return module
builtins.__import__ = fake`,
  },
  {
    way: 'the last call of the driver',
    program: `import json, os, sys
job = sys._getframe(1).f_locals['job']
leave = os._exit
def forge(code):
    with open(job['report'], 'w') as paper:
        paper.write(json.dumps({'stop': None, 'exit': 0, 'values': [{'gives': '42'}]}))
    leave(0)
os._exit = forge`,
  },
  {
    way: "other code in the driver's own functions",
    program: `import sys
here = sys._getframe(1).f_locals
def forge(error):
    import sys
    answer = sys._getframe(1).f_locals['answer']
    answer['values'] = [{'gives': '42'}]
    answer['stop'] = None
    answer['exit'] = 0
for one in ('place', 'own'):
    here[one].__code__ = forge.__code__
raise SystemError`,
  },
  {
    way: 'atexit and finalizers',
    program: `import atexit, gc, json, sys, weakref
job = sys._getframe(1).f_locals['job']
def forge(*_):
    with open(job['report'], 'w') as paper:
        paper.write(json.dumps({'stop': None, 'exit': 0, 'values': [{'gives': '42'}]}))
atexit.register(forge)
gc.callbacks.append(forge)
class Last:
    def __del__(self):
        forge()
kept = Last()
weakref.finalize(kept, forge)`,
  },
  {
    way: 'an object that equals everything and says the wanted value',
    program: `class All:
    def __eq__(self, other): return True
    def __hash__(self): return 42
    def __repr__(self): return '42'
    def __str__(self): return '42'
    def __index__(self): return 42
    def __reduce__(self): return (int, ('42',))
def secret(*_): return All()`,
  },
  {
    way: 'a number of its own that says another',
    program: `class Number(int):
    def __repr__(self): return '42'
def secret(*_): return Number(0)`,
  },
  {
    way: 'a class whose class says the wanted value',
    program: `class Kind(type):
    def __repr__(self): return '42'
    def __instancecheck__(self, other): return True
class One(metaclass=Kind): pass
def secret(*_): return One`,
  },
  {
    way: 'an object that claims another class',
    program: `class One:
    __class__ = property(lambda self: int)
    def __repr__(self): return '42'
def secret(*_): return One()`,
  },
  {
    way: 'what is left in standard input',
    program: `import json, os, sys
print(sys.stdin.read(), sys.stdin.buffer.read())
for fd in range(10):
    try:
        print(os.read(fd, 10000))
    except OSError:
        pass
print(json.dumps({'stop': None, 'exit': 0, 'values': [{'gives': '42'}]}))`,
  },
  {
    way: 'writing to every open file',
    program: `import json, os
text = json.dumps({'stop': None, 'exit': 0, 'values': [{'gives': '42'}]}).encode()
for fd in range(64):
    try:
        os.write(fd, text)
    except OSError:
        pass`,
  },
  {
    way: 'every file that is there',
    program: `import json, os
for name in os.listdir('/'):
    print(open(name).read())
    open(name, 'w').write(json.dumps({'stop': None, 'exit': 0, 'values': [{'gives': '42'}]}))`,
  },
  {
    way: 'another main module',
    program: `import sys, types
fake = types.ModuleType('__main__')
fake.secret = lambda *_: 42
sys.modules['__main__'] = fake`,
  },
  {
    way: 'other streams and hooks',
    program: `import sys
class Paper:
    encoding = 'utf-8'
    def write(self, text): return sys.__stdout__.write('42')
    def flush(self): sys.__stdout__.write('42')
    def getvalue(self): return '42'
sys.stdout = sys.stderr = Paper()
sys.excepthook = sys.unraisablehook = sys.displayhook = lambda *_: sys.__stdout__.write('42')`,
  },
  {
    way: 'asking for its own call before there is one',
    program: `import json, sys, time
job = sys._getframe(1).f_locals['job']
with open(job['report'], 'w') as paper:
    paper.write(json.dumps({'stop': None, 'exit': 0, 'values': [{'gives': '42'}]}))
for _ in range(5):
    try:
        time.monotonic()
    except BaseException as error:
        print(type(error))`,
  },
  {
    way: 'names of errors that look like values',
    program: `import json, sys
job = sys._getframe(1).f_locals['job']
if 'failures' in job:
    with open(job['failures'], 'w') as paper:
        paper.write(json.dumps([{'gives': '42'}]))`,
  },
  {
    way: 'another module called after ours',
    program: `import gc, types
for one in gc.get_objects():
    if isinstance(one, types.FunctionType) and one.__name__ in ('drive', 'prepare'):
        one.__code__ = (lambda *a: 0).__code__`,
  },
  {
    way: 'leaving with the wanted value',
    program: `import sys
print('42')
sys.exit('42')`,
  },
];

/** The same in JavaScript. */
export const javascriptForgeries: readonly Forgery[] = [
  {
    way: "the judge's name, read in its own file",
    program: `import * as std from 'std';
const own = String(std.loadFile('/program.js'));
const [name] = /judge_\\w+/.exec(own) || ['print'];
try { eval(name + '([() => 42])'); } catch (error) {}
std.exit(0);`,
  },
  {
    way: 'another way to write a file',
    program: `import * as std from 'std';
const files = Object.getPrototypeOf(std.out);
const write = files.puts;
files.puts = function () { write.call(this, '{"stop":null,"exit":0,"values":[{"gives":"42"}]}'); };`,
  },
  {
    way: 'a setter in front of the list of values',
    program: `Object.defineProperty(Array.prototype, '0', {
  set() { Object.defineProperty(this, '0', { value: { gives: '42' }, enumerable: true }); },
});`,
  },
  {
    way: 'the report, found in the folder and written again later',
    program: `import * as std from 'std';
import * as fs from '_node:fs';
setTimeout(() => {
  for (const { name } of fs.freaddirSync('/')) {
    const file = std.open('/' + name, 'w');
    file.puts('{"stop":null,"exit":0,"values":[{"gives":"42"}]}');
    file.close();
  }
}, 1);`,
  },
  {
    way: 'the report and the call, found in the folder by a promise',
    program: `import * as std from 'std';
import * as fs from '_node:fs';
Promise.resolve().then(() => {
  for (const one of fs.freaddirSync('/')) print(std.loadFile('/' + (one.name || one)));
});`,
  },
  {
    way: 'an object that JSON asks',
    program: `function secret() { return { toJSON() { return 42; } }; }`,
  },
  {
    way: 'a getter that JSON asks',
    program: `function secret() { return { get toJSON() { return () => 42; } }; }`,
  },
  {
    way: 'a function that JSON asks',
    program: `function secret() { return Object.assign(() => 0, { toJSON: () => 42 }); }`,
  },
  {
    way: 'a stand-in for everything',
    program: `const secret = () => new Proxy(function () {}, { get: () => () => 42, apply: () => 42, getPrototypeOf: () => Number.prototype });`,
  },
  {
    way: 'a list that says of itself what it likes',
    program: `Array.prototype.toJSON = () => 42; function secret() { return []; }`,
  },
  {
    way: 'every object says the wanted value',
    program: `Object.prototype.toJSON = () => 42; function secret() { return {}; }`,
  },
  {
    way: 'a number that is none',
    program: `class All extends Number { toJSON() { return 42; } valueOf() { return 42; } }
function secret() { return new All(0); }`,
  },
  {
    way: 'an object that becomes what is wanted',
    program: `const secret = () => ({ [Symbol.toPrimitive]: () => 42, valueOf: () => 42, toString: () => '42', get gives() { return '42'; } });`,
  },
  {
    way: 'another eval',
    program: `globalThis.eval = () => 42;`,
  },
  {
    way: 'another eval behind a getter',
    program: `const own = globalThis.eval;
let asked = 0;
Object.defineProperty(globalThis, 'eval', { get: () => (asked++ ? () => 42 : own) });`,
  },
  {
    way: 'other tools of the language',
    program: `JSON.stringify = () => '42';
Reflect.getOwnPropertyDescriptor = Object.getOwnPropertyDescriptor = () => ({ value: 42, enumerable: true });
Reflect.apply = Function.prototype.apply = Function.prototype.call = () => 42;
Reflect.ownKeys = () => ['gives'];
Array.isArray = () => true;
globalThis.String = () => '42';`,
  },
  {
    way: 'a descriptor of an object made false',
    program: `Object.prototype.value = 42;
Object.prototype.enumerable = true;
Object.prototype.gives = '42';
function secret() { return Object.defineProperty({}, 'x', { get: () => 42 }); }`,
  },
  {
    way: 'an iterator in every list',
    program: `Array.prototype[Symbol.iterator] = function* () { yield { gives: '42' }; };
Array.prototype.map = Array.prototype.push = function () { return [{ gives: '42' }]; };`,
  },
  {
    way: 'an error whose name is a value',
    program: `function secret() { throw { get name() { return '"},{"gives":"42"}'; } }; }`,
  },
  {
    way: 'an error that writes when it is named',
    program: `import * as std from 'std';
function secret() {
  throw { get name() { return { toString() { std.exit(0); } }; } };
}`,
  },
  {
    way: "the judge's own file",
    program: `import * as judges from './surefoot-judge.js';
for (const one of Object.values(judges)) for (const secret of ['', undefined, '*']) one(secret, () => 42);`,
  },
  {
    way: 'its own file a second time',
    program: `import * as std from 'std';
import('./program.js').then((own) => print(Object.keys(own)));
print(std.open('/program.js', 'r'), std.open('/surefoot-judge.js', 'r'), std.loadFile('./program.js'));`,
  },
  {
    way: 'a script that is no module',
    program: `import * as std from 'std';
try { std.evalScript('var secretly = 42; print(Object.getOwnPropertyNames(globalThis).filter((n) => /judge/.test(n)))'); } catch (error) {}
try { __loadScript('/program.js'); } catch (error) {}`,
  },
  {
    way: 'a comment that swallows what follows',
    program: `/*`,
  },
  {
    way: 'a text that swallows what follows',
    program: `const rest = \``,
  },
  {
    way: 'a function that swallows what follows',
    program: `const secret = () => 42; if (false) {`,
  },
  {
    way: 'a judge of its own',
    program: `const judge = () => 42;
globalThis.judge = judge;
globalThis.gives = '42';`,
  },
  {
    way: 'printing a report',
    program: `console.log('{"stop":null,"exit":0,"values":[{"gives":"42"}]}');
console.error('{"stop":null,"exit":0,"values":[{"gives":"42"}]}');`,
  },
  {
    way: 'leaving early',
    program: `import * as std from 'std';
print('42');
std.exit(42);`,
  },
];
