// @ts-check
import { consoleFile } from './console-module.mjs';
import { judgeFile } from './judge-module.mjs';
import { limits } from './limits.mjs';
import { privateNames } from './private-files.mjs';

/**
 * A program and what is asked of it. `setup` runs before it in the same names. `calls` are evaluated after it, one by one, in the same interpreter; the program
 * never gets hold of one before. `token` names what is ours in the run, and no program can know it before it runs.
 * @typedef {{ setup?: string, program: string, calls: readonly string[], input: string, token: string }} Job
 */

/**
 * What a Python driver needs of a job: all but the calls.
 * @param {Job} job
 */
export const pythonJob = ({ setup = '', program, calls, token }) => {
  const { report, failures } = privateNames(token);
  return JSON.stringify({ setup, program, count: calls.length, report, failures });
};

/**
 * Runs before a Python program: it reads the job from standard input, which keeps it waiting until there is
 * one. What it needs later it takes before the program can change it. This build of Python cannot sleep, so it waits; it
 * allows 600 calls within calls where Python allows 1000; and it has names of the system without what stands behind them.
 */
export const pythonDriver = `
def prepare(builtins, sys):
    def stop(code=None):
        raise SystemExit(code)
    builtins.exit = builtins.quit = stop
    def ask(prompt='', /, *, write=sys.stderr.write, flush=sys.stderr.flush, text=str):
        sys.stdout.flush()
        write(text(prompt))
        flush()
        line = sys.stdin.readline()
        if not line:
            raise EOFError('EOF when reading a line')
        return line[:-1] if line[-1:] == '\\n' else line
    ask.__name__ = ask.__qualname__ = 'input'
    builtins.input = ask
    lacking = frozenset('''_ctypes _curses _dbm _gdbm _lzma _multiprocessing _posixshmem _posixsubprocess _ssl _tkinter ctypes
        curses ensurepip fcntl grp idlelib lib2to3 lzma mmap multiprocessing nis ossaudiodev pty pwd readline resource spwd
        ssl syslog termios tkinter turtle turtledemo venv'''.split())
    class Lacking:
        def find_spec(self, name, path=None, target=None):
            if name.partition('.')[0] in lacking:
                raise ModuleNotFoundError(f'The module {name} is not available here', name=name)
    class Patched:
        def find_spec(self, name, path=None, target=None):
            change = changes.get(name)
            if not change:
                return None
            for finder in sys.meta_path:
                spec = None if finder is self else finder.find_spec(name, path, target)
                if spec:
                    spec.loader = Changing(spec.loader, change)
                    return spec
    class Changing:
        def __init__(self, loader, change):
            self.loader, self.change = loader, change
        def __getattr__(self, name):
            return getattr(self.loader, name)
        def create_module(self, spec):
            return self.loader.create_module(spec)
        def exec_module(self, module):
            self.loader.exec_module(module)
            self.change(module)
    def refuse(what):
        def refused(*args, **named):
            raise RuntimeError(f'{what} are not available here')
        return refused
    def without_threads(module):
        module.Thread.start = refuse('Threads')
    def without_zones(module):
        keep = module.ZoneInfo
        lost = module.ZoneInfoNotFoundError
        class ZoneInfo(keep):
            def __new__(cls, key):
                try:
                    return super().__new__(cls, key)
                except lost:
                    raise lost(f'The time zone {key} is not available here: there are no time zone data') from None
        module.ZoneInfo = ZoneInfo
    def without_waking(module):
        # The loop wakes itself through a socket when another thread or a signal calls; there are none of these.
        module.BaseSelectorEventLoop._make_self_pipe = lambda loop: None
        module.BaseSelectorEventLoop._close_self_pipe = lambda loop: None
        module.BaseSelectorEventLoop._write_to_self = lambda loop: None
        module.BaseSelectorEventLoop.run_in_executor = refuse('Threads')
    def without_waiting(module):
        import time
        def select(self, timeout=None):
            if timeout and timeout > 0:
                time.sleep(timeout)
            return []
        for name in ('SelectSelector', 'PollSelector'):
            if hasattr(module, name):
                getattr(module, name).select = select
    changes = {
        'threading': without_threads,
        'zoneinfo': without_zones,
        'asyncio.selector_events': without_waking,
        'selectors': without_waiting,
    }
    sys.meta_path[:0] = [Lacking(), Patched()]
def drive():
    import builtins, json, linecache, os, sys, time, traceback, types
    os.environ.clear()
    sys.setrecursionlimit(1000)
    sys.stdout.reconfigure(line_buffering=True)
    prepare(builtins, sys)
    main = types.ModuleType('__main__')
    names = vars(main)
    source, words = bytes(${limits.call}), bytes(8)
    plain = (bool, int, float, complex, str, bytes, list, tuple, dict, set, frozenset)
    os.write(2, json.dumps({
        'types': {one.__name__: id(one) for one in plain},
        'none': id(None),
        'digitBits': sys.int_info.bits_per_digit,
        'evaluate': id(eval),
        'names': id(names),
        'source': id(source),
        'words': id(words),
    }).encode())
    job = json.loads(sys.stdin.buffer.readline())
    # The host has taken them.
    del source, words
    job['program'] = job['program'].removeprefix('\\ufeff')
    def sleep(seconds, /):
        end = clock() + seconds
        while clock() < end:
            pass
    clock, time.sleep = time.monotonic, sleep
    lines = (job['program'] + '\\n').splitlines(True)
    linecache.cache['program.py'] = (len(job['program']), None, lines, 'program.py')
    before = (job['setup'] + '\\n').splitlines(True)
    linecache.cache['setup.py'] = (len(job['setup']), None, before, 'setup.py')
    sys.modules['__main__'] = main
    sys.argv = ['program.py']
    sys.path[:] = [one for one in sys.path if one]
    tools = (open, type, str, compile, json.dumps, traceback.print_exception, BaseException)
    keep, kind, text, translate, pack, tell, Anything = tools
    out, err = sys.stdout, sys.stderr
    warn = err.write
    answer = {'stop': None, 'exit': 0}
    def place(error):
        line = None
        if isinstance(error, SyntaxError) and error.filename == 'program.py':
            line = error.lineno
        trace = error.__traceback__
        while trace:
            if trace.tb_frame.f_code.co_filename == 'program.py':
                line = trace.tb_lineno
            trace = trace.tb_next
        return line
    def own(error):
        trace = error.__traceback__
        while trace and trace.tb_frame.f_code.co_filename != 'program.py':
            trace = trace.tb_next
        return trace
    try:
        if job['setup']:
            exec(translate(job['setup'], 'setup.py', 'exec'), names)
        exec(translate(job['program'], 'program.py', 'exec'), names)
    except SystemExit as stop:
        code = stop.code
        answer['exit'] = code if kind(code) is int else 0 if code is None else 1
        if answer['exit'] == 1 and kind(code) is not int:
            try:
                warn(text(code) + '\\n')
            except Anything:
                pass
    except Anything as error:
        answer['stop'] = {'name': text(kind(error).__name__), 'line': place(error)}
        answer['exit'] = 1
        try:
            tell(kind(error), error, own(error), file=err)
        except Anything:
            pass
    try:
        out.flush()
    except Anything:
        pass
    with keep(job['report'], 'w', encoding='utf-8') as paper:
        paper.write(pack(answer))
    failures = []
    for _ in range(job['count']):
        try:
            # The host evaluates a call whenever Python looks at the clock from now on, and keeps the value.
            clock()
            failures.append(None)
        except Anything as error:
            failures.append(text(kind(error.__cause__).__name__))
    if failures:
        with keep(job['failures'], 'w', encoding='utf-8') as paper:
            paper.write(pack(failures))
    return answer['exit']
__import__('os')._exit(drive() & 255)
`;

/**
 * A JavaScript program between two pieces of ours: constants of a module are seen by nobody outside it, so what evaluates
 * has to stand in the module. The first adds no line, so that lines keep their numbers. No call stands in it.
 * @param {Job} job
 * @returns {string}
 */
export function javascriptModule({ setup, program, token }) {
  const secret = token.replace(/\W/g, '');
  const judge = `judge_${secret}`;
  const imports = `import './${consoleFile}'; import { judge as ${judge} } from './${judgeFile}'; ${setup ? `import './${setupModuleFile}'; ` : ''}`;
  return `${imports}${program}\n;${judge}('${secret}', (${judge}_call) => eval(${judge}_call));\n`;
}

/** The file that a JavaScript program has its setup from, and the module that runs it. */
export const setupFile = 'setup.js';
export const setupModuleFile = 'surefoot-setup.js';

/** A script, unlike a module, leaves its names to all that runs after it. */
export const setupModule = `import * as std from 'std'; std.loadScript('/${setupFile}');\n`;
