/** Sweeps, and prints a line for each value as soon as it is there. */
import { Sweep } from '../lab/sweep.ts'
import type { Millis } from '../sim/units.ts'
import type { SweepArguments } from './arguments.ts'
import type { Terminal } from './find-scenario.ts'

/** Comma-separated; times in seconds, empty where no message arrived. */
export function printSweep({ run, spec }: SweepArguments, terminal: Terminal): void {
  terminal.out('value_s,low_s,median_s,high_s,arrived,of')
  const sweep = new Sweep(run, spec)
  let printed = 0
  while (!sweep.done) {
    sweep.step()
    for (const point of sweep.points.slice(printed)) {
      const { value, low, median, high, arrived, of } = point
      terminal.out([...[value, low, median, high].map(inSeconds), arrived, of].join(','))
      printed++
    }
  }
}

/** To the millisecond, and no more figures than there are. */
function inSeconds(ms: Millis | null): string {
  return ms === null ? '' : String(ms / 1000)
}
