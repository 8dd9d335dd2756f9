/**
 * The command line. Exit 0: done and nothing that was judged failed; 1: a check failed; 2: the
 * command was not understood, and one sentence says what is allowed.
 */
import { isHidden } from '../sim/mystery.ts'
import { describeOption, settableOptions } from '../sim/options.ts'
import { SCENARIOS } from '../sim/scenarios/all.ts'
import { parseRun, parseSummary, parseSweep, UsageError } from './arguments.ts'
import { findScenario, type Terminal } from './find-scenario.ts'
import { printRun } from './print-run.ts'
import { printSummary } from './print-summary.ts'
import { printSweep } from './print-sweep.ts'

const USAGE =
  'Usage: list | options <scenario> | run <scenario> [--seed N | --seeds A..B]' +
  ' [--route direct|relayed|both] [--set path=value ...]' +
  ' [--format report|facts|transcript|maillog]' +
  ' | sweep <scenario> [--set path=value ...] [--format csv]' +
  ' | summary [--seed N] [--format text|csv]'

export function main(args: readonly string[], terminal: Terminal): number {
  try {
    return dispatch(args, terminal)
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    terminal.err(error.message)
    return 2
  }
}

function dispatch([command, ...rest]: readonly string[], terminal: Terminal): number {
  switch (command) {
    case 'list':
      expectNoMore(rest)
      for (const { id, lesson } of SCENARIOS) terminal.out(`${id}\t${lesson.title.technical}`)
      return 0
    case 'options': {
      const scenario = findScenario(rest[0], terminal)
      expectNoMore(rest.slice(1))
      for (const option of settableOptions(scenario)) {
        const [path, unit, value, range] = describeOption(option)
        // What is drawn by the seed is not given away, and has no one value.
        const said = isHidden(scenario, option.path) ? '?' : value
        terminal.out([path, unit, said, range].join('\t'))
      }
      return 0
    }
    case 'run':
      return printRun(parseRun(rest, terminal), terminal)
    case 'sweep':
      printSweep(parseSweep(rest, terminal), terminal)
      return 0
    case 'summary':
      return printSummary(parseSummary(rest), SCENARIOS, terminal)
    default:
      throw new UsageError(
        command === undefined
          ? USAGE
          : `Unknown command ${command}: expected list, options, run, sweep or summary.`,
      )
  }
}

function expectNoMore(rest: readonly string[]): void {
  if (rest.length > 0) throw new UsageError(`Unexpected argument ${rest[0]}. ${USAGE}`)
}
