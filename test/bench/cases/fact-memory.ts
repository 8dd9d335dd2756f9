/** What a fact weighs: by its columns, and as the machine sees it. */
import { strictEqual } from 'node:assert/strict'
import { BYTES_PER_FACT, FactLog } from '../../../src/sim/facts/fact-log.ts'
import { figure, type Figure } from '../figure.ts'
import { costOf } from '../measure.ts'

const FACTS = 1_000_000

function fill(): FactLog {
  const log = new FactLog()
  for (let i = 0; i < FACTS; i++) log.add(i, i & 15, i, i >> 2, i >> 4, i >> 6)
  return log
}

/** Heap and array buffers, after everything that can go has gone. */
function memory(): number {
  if (globalThis.gc === undefined) throw new Error('memory is measured with --expose-gc')
  // Twice: the buffers that the first one found dead are counted off by the second.
  globalThis.gc()
  globalThis.gc()
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}

export function factMemory(): Figure[] {
  const before = memory()
  const log = fill()
  const bytes = memory() - before
  strictEqual(log.at(log.length - 1), FACTS - 1)
  const seconds = costOf(() => void fill())
  return [
    figure('fact, by its columns', BYTES_PER_FACT, 'bytes'),
    figure('fact, measured over 1,000,000', bytes / FACTS, 'bytes'),
    figure('appending a fact', (seconds / FACTS) * 1e9, 'ns'),
  ]
}
