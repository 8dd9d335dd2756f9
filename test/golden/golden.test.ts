import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { transcripts } from '../../src/sim/artefacts/transcripts.ts'
import { FactIndex } from '../../src/sim/facts/fact-index.ts'
import { journeys } from '../../src/sim/facts/journeys.ts'
import { reportOf, runToEnd } from '../../src/sim/report.ts'
import { SCENARIOS } from '../../src/sim/scenarios/all.ts'
import { runOf, scenarioOf } from '../helpers/runs.ts'

/**
 * What the built-in scenarios do, as text that reads well in a diff. After an intended change, write
 * the files anew with `GOLDEN=write npx vitest run --project sim test/golden` and read the diff. Of a
 * crowd of letters they tell a few; the digest is that of all.
 */
const WRITE = process.env['GOLDEN'] === 'write'
const here = new URL('.', import.meta.url)

/** Sessions of a world that are told where a scenario describes many letters instead of listing them. */
const SESSIONS = 4

/**
 * Letters that are only described are alike: the first of each description stands for the others, and
 * the report on it for the reports on those.
 */
function isAlike(id: string, index: FactIndex, message: number): boolean {
  const { traffic = [] } = scenarioOf(id)
  const { id: name, about } = index.record.messages[message]!
  if (about >= 0) return isAlike(id, index, about)
  return traffic.some((one) => name.startsWith(`${one.id}-`) && name !== `${one.id}-1`)
}

/** All sessions; or the last one of each of the first few letters, where there is a crowd of them. */
function sessions(id: string, index: FactIndex): string[] {
  const all = transcripts(index)
  if (scenarioOf(id).traffic === undefined) return all
  const starts = [...all.keys()].filter((i) => all[i]!.startsWith('-- connection'))
  const last = new Map<number, number>()
  index.connections.forEach(({ attempt }, serial) => {
    const message = index.attempts[attempt]?.message ?? -1
    if (message >= 0 && !isAlike(id, index, message)) last.set(message, serial)
  })
  const told = [...last.values()].slice(0, SESSIONS).sort((a, b) => a - b)
  return told.flatMap((serial) => all.slice(starts[serial], starts[serial + 1]))
}

function golden(id: string): string {
  const lines: string[] = []
  for (const record of runToEnd(runOf(id))) {
    const index = new FactIndex(record)
    lines.push(`== ${record.id}`, '')
    for (const row of journeys(index, Infinity)) {
      if (isAlike(id, index, row.message)) continue
      lines.push(`${row.record.id} <${row.record.reversePath}> to <${row.to}>: ${row.outcome}`)
      for (const one of [...row.submissions, ...row.attempts]) {
        const who = record.hosts[one.host]?.id
        lines.push(`  ${String(one.at).padStart(9)} ms ${who} tries ${one.address}: ${one.reply}`)
      }
    }
    lines.push('', ...sessions(id, index), '')
  }
  return `${lines.join('\n')}\n`
}

describe.each(SCENARIOS.map((one) => one.id))('%s', (id) => {
  it('does what its golden file says', () => {
    const file = new URL(`${id}.txt`, here)
    if (WRITE) writeFileSync(file, golden(id))
    expect(golden(id)).toBe(readFileSync(file, 'utf8'))
  })

  it('has its golden digest', () => {
    const run = runOf(id)
    const { digest } = reportOf(run, runToEnd(run), [])
    const file = new URL('digests.json', here)
    const known = (): Record<string, string> => JSON.parse(readFileSync(file, 'utf8'))
    if (WRITE) writeFileSync(file, `${JSON.stringify({ ...known(), [id]: digest }, null, 2)}\n`)
    expect(digest).toBe(known()[id])
  })
})
