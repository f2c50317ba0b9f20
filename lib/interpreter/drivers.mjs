// @ts-check

/**
 * A program and what is asked of it. `calls` are evaluated after it, in the same interpreter; `report` is the name of
 * the file in which the driver leaves what they gave, which no program can know before it runs.
 * @typedef {{ program: string, calls: readonly string[], input: string, report: string }} Job
 */

/**
 * Runs before a Python program: it reads the job from standard input, which keeps it waiting until there is
 * one. What it needs later it takes before the program can change it. This build of Python cannot sleep, so it waits.
 */
export const pythonDriver = `
def drive():
    import io, json, linecache, sys, time, traceback, types
    sys.stdout.reconfigure(line_buffering=True)
    job = json.loads(sys.stdin.buffer.readline())
    def sleep(seconds, /):
        end = clock() + seconds
        while clock() < end:
            pass
    clock, time.sleep = time.monotonic, sleep
    lines = (job['program'] + '\\n').splitlines(True)
    linecache.cache['program.py'] = (len(job['program']), None, lines, 'program.py')
    main = types.ModuleType('__main__')
    sys.modules['__main__'] = main
    sys.argv = ['program.py']
    sys.path[:] = [one for one in sys.path if one]
    names = vars(main)
    tools = (open, repr, type, str, eval, compile, json.dumps, traceback.print_exception, io.StringIO, BaseException)
    keep, show, kind, text, work_out, translate, pack, tell, Paper, Anything = tools
    out, err = sys.stdout, sys.stderr
    answer = {'stop': None, 'exit': 0, 'values': []}
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
        exec(translate(job['program'], 'program.py', 'exec'), names)
    except SystemExit as stop:
        code = stop.code
        answer['exit'] = code if kind(code) is int else 0 if code is None else 1
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
    for call in job['calls']:
        sys.stdout = sys.stderr = Paper()
        try:
            answer['values'].append({'gives': show(work_out(translate(call, 'check', 'eval'), names))[:10000]})
        except Anything as error:
            answer['values'].append({'fails': text(kind(error).__name__)})
    sys.stdout, sys.stderr = out, err
    with keep(job['report'], 'w', encoding='utf-8') as paper:
        paper.write(pack(answer))
    return answer['exit']
__import__('os')._exit(drive() & 255)
`;

/**
 * A JavaScript program between two lines of ours: constants of a module are seen by nobody outside it, so what is asked
 * of the program has to stand in the module. The first adds no line, so that lines keep their numbers.
 * @param {Job} job
 * @returns {string}
 */
export function javascriptModule({ program, calls, report }) {
  const judge = `judge_${report.replace(/\W/g, '')}`;
  const asked = calls.map((call) => `() => (${call}\n)`).join(', ');
  return `${first(judge, report)}${program}\n;${judge}([${asked}]);\n`;
}

/** @type {(judge: string, report: string) => string} */
const first = (judge, report) =>
  [
    `import { open as ${judge}_open } from 'std';`,
    `const ${judge} = ((show, text, keep) => (asked) => {`,
    'const values = [];',
    'for (let at = 0; at < asked.length; at++) {',
    'try { values[at] = { gives: text(show(asked[at]())) }; }',
    'catch (error) { values[at] = { fails: text(error && error.name) }; } }',
    `const paper = keep(${JSON.stringify(report)}, 'w');`,
    'paper.puts(show({ stop: null, exit: 0, values })); paper.close();',
    `})(JSON.stringify, String, ${judge}_open);`,
  ].join(' ');
