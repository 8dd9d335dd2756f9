/** Who forges a sender's address fills that sender's mailbox with reports, if receivers let it. */
import { describe, expect, it } from 'vitest'
import { rowsFor } from '../helpers/runs.ts'
import { spamStage } from '../helpers/spammers.ts'
import { ALICE } from '../../src/sim/scenarios/school.ts'

const GHOSTS = ['ghost@college.example', 'spectre@college.example']

function reports(from: string, settings: Readonly<Record<string, string>>): string[] {
  const letters = GHOSTS.map((to, i) => ({ at: `${i} s`, from, to: [to] }))
  return rowsFor(spamStage({ letters, settings }), 'direct')
    .filter(({ kind }) => kind === 'dsn')
    .map((row) => `<${row.from}> to ${row.to}: ${row.outcome}`)
}
const AFTER = { 'mx.recipient.check': 'after-accepting' } as const
const TO_ALICE = `<> to ${ALICE}: delivered`

describe('spam for nobody under a forged name', () => {
  it.each<[string, string, Readonly<Record<string, string>>, readonly string[]]>([
    ['is reported to Alice by who has accepted it', ALICE, AFTER, [TO_ALICE, TO_ALICE]],
    ['is reported to nobody by who refuses it at RCPT', ALICE, {}, []],
    [
      'is reported to somebody who does not exist, and that report is the last one',
      'nobody@school.example',
      AFTER,
      ['<> to nobody@school.example: discarded', '<> to nobody@school.example: discarded'],
    ],
    ['is not reported if it has no sender', '', AFTER, []],
    [
      'is reported by an open relay, although the exchanger refuses it',
      ALICE,
      { 'bot.via': 'open-relay', 'relay.open': 'on' },
      [TO_ALICE, TO_ALICE],
    ],
  ])('%s', (_, from, settings, expected) => {
    expect(reports(from, settings)).toEqual(expected)
  })

  it('comes to an end everywhere', () => {
    for (const settings of [AFTER, {}]) {
      const letters = [{ from: ALICE, to: GHOSTS }]
      const rows = rowsFor(spamStage({ letters, settings }), 'direct')
      expect(rows.filter(({ outcome }) => outcome === 'queued')).toEqual([])
    }
  })
})
