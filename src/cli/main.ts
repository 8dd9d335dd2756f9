/**
 * The command line. Exit 0: done and nothing that was judged failed; 1: a check failed; 2: the
 * command was not understood, and one sentence says what is allowed.
 */
import { describeOption, settableOptions } from '../sim/options.ts'
import { SCENARIOS } from '../sim/scenarios/index.ts'
import { parseRun, UsageError } from './arguments.ts'
import { findScenario, type Terminal } from './find-scenario.ts'
import { printRun } from './print-run.ts'

const USAGE =
  'Usage: list | options <scenario> | run <scenario> [--seed N | --seeds A..B]' +
  ' [--route direct|relayed|both] [--set path=value ...]' +
  ' [--format report|facts|transcript|maillog]'

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
      for (const option of settableOptions(scenario))
        terminal.out(describeOption(option).join('\t'))
      return 0
    }
    case 'run':
      return printRun(parseRun(rest, terminal), terminal)
    default:
      throw new UsageError(
        command === undefined
          ? USAGE
          : `Unknown command ${command}: expected list, options or run.`,
      )
  }
}

function expectNoMore(rest: readonly string[]): void {
  if (rest.length > 0) throw new UsageError(`Unexpected argument ${rest[0]}. ${USAGE}`)
}
