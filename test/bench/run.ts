/**
 * Prints the project's figures, one line of JSON each: `npm run bench`, or with names of cases only
 * those: `npm run bench -- hold-model`.
 *
 * The cases are bundled like the app, since a script runner's module system makes every call across
 * files slower than it is on a page. Each has processes of its own, since the compiler remembers
 * what ran before; and the quick ones have several, since it decides anew in each what to inline,
 * which is worth up to a tenth. The median over the processes is printed.
 */
import { spawnSync } from 'node:child_process'
import type { Case, Figure } from './figure.ts'
import { median } from './measure.ts'

/** A new case is a file in `cases/` and a line here. */
const CASES: Readonly<Record<string, { processes: number; load: () => Promise<Case> }>> = {
  'mail-model': {
    processes: 5,
    load: async () => (await import('./cases/mail-model.ts')).mailModel,
  },
  'hold-model': {
    processes: 5,
    load: async () => (await import('./cases/hold-model.ts')).holdModel,
  },
  simulation: {
    processes: 1,
    load: async () => (await import('./cases/simulation.ts')).simulation,
  },
  checks: {
    processes: 1,
    load: async () => (await import('./cases/checks.ts')).checks,
  },
  queue: {
    processes: 1,
    load: async () => (await import('./cases/queue.ts')).queue,
  },
  'fact-memory': {
    processes: 1,
    load: async () => (await import('./cases/fact-memory.ts')).factMemory,
  },
  'first-load': {
    processes: 1,
    load: async () => (await import('./cases/first-load.ts')).firstLoad,
  },
}

const FOLDER = 'node_modules/.cache/bench'
/** Said to the bundled copy of this file: run this case here, once. */
const RUN_HERE = '--run-here'

async function bundle(): Promise<void> {
  const { build } = await import('vite')
  await build({
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    build: { ssr: 'test/bench/run.ts', target: 'es2022', outDir: FOLDER, emptyOutDir: true },
  })
}

/** @throws when the case fails; what it had to say has been printed then. */
function runApart(name: string): Figure[] {
  const args = ['--expose-gc', `${FOLDER}/run.js`, RUN_HERE, name]
  const { status, stdout } = spawnSync(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'inherit'],
    encoding: 'utf8',
    env: { ...process.env, NODE_ENV: undefined },
  })
  if (status !== 0) throw new Error(`${name} failed`)
  return JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '') as Figure[]
}

/** Each figure's median over several runs of its case. */
function mediansOf(runs: readonly (readonly Figure[])[]): Figure[] {
  return (runs[0] ?? []).map((first, i) => {
    const values = runs.flatMap((figures) => figures[i]?.value ?? [])
    return { ...first, value: median(values) }
  })
}

async function runHere(name: string): Promise<void> {
  const measure = await caseOf(name).load()
  console.log(JSON.stringify(measure()))
}

function caseOf(name: string): { processes: number; load: () => Promise<Case> } {
  const found = CASES[name]
  if (found !== undefined) return found
  throw new Error(`no case ${name}; there are ${Object.keys(CASES).join(', ')}`)
}

const names = process.argv.slice(2).filter((each) => !each.startsWith('--'))
if (process.argv.includes(RUN_HERE)) await runHere(names[0] ?? '')
else {
  await bundle()
  for (const name of names.length > 0 ? names : Object.keys(CASES)) {
    const runs = Array.from({ length: caseOf(name).processes }, () => runApart(name))
    for (const figure of mediansOf(runs)) console.log(JSON.stringify(figure))
  }
}
