/** Runs, and prints what was asked for. */
import { factLines } from '../sim/artefacts/fact-lines.ts'
import { mailLog } from '../sim/artefacts/mail-log.ts'
import { transcripts } from '../sim/artefacts/transcripts.ts'
import { FactIndex } from '../sim/facts/fact-index.ts'
import { reportOf, runToEnd, type Report } from '../sim/report.ts'
import type { Format, RunArguments } from './arguments.ts'
import type { Terminal } from './find-scenario.ts'

/** @returns the exit code: 1 when a check that was judged does not hold */
export function printRun(args: RunArguments, terminal: Terminal): number {
  const { scenario, interventions, setByHand, format } = args
  const tally = new Map<string, Tally>()
  let failed = false
  for (const seed of args.seeds) {
    const run = { scenario, seed, interventions }
    const records = runToEnd(run)
    const report = reportOf(run, records, setByHand)
    failed ||= report.checks.some((check) => check.holds === false)
    count(tally, report)
    if (format === 'report')
      terminal.out(args.many ? JSON.stringify(report) : JSON.stringify(report, null, 2))
    else
      for (const record of records) {
        if (format !== 'facts') terminal.out(`== ${record.id}`)
        for (const line of linesOf(format, new FactIndex(record))) terminal.out(line)
      }
  }
  if (args.many) terminal.out(JSON.stringify(summary(args, tally)))
  return failed ? 1 : 0
}

function linesOf(format: Format, index: FactIndex): readonly string[] {
  if (format === 'facts') return factLines(index)
  if (format === 'transcript') return transcripts(index)
  return mailLog(index, Infinity).map((line) => line.text)
}

interface Tally {
  holds: number
  fails: number
  open: number
}

function count(tally: Map<string, Tally>, report: Report): void {
  for (const { id, holds } of report.checks) {
    const one = tally.get(id) ?? { holds: 0, fails: 0, open: 0 }
    if (holds === null) one.open++
    else if (holds) one.holds++
    else one.fails++
    tally.set(id, one)
  }
}

/** The last line of several seeds: how often each check held. */
function summary(args: RunArguments, tally: ReadonlyMap<string, Tally>): unknown {
  return {
    summary: args.scenario.id,
    seeds: args.seeds.length,
    from: args.seeds[0],
    to: args.seeds.at(-1),
    checks: [...tally].map(([id, one]) => ({ id, ...one })),
  }
}
