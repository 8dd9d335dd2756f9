import { describe, expect, it } from 'vitest'
import { LAW_DEFAULTS } from '../../../../src/sim/mail/retry/law.ts'
import { scenario as theLidCloses } from '../../../../src/sim/scenarios/the-lid-closes/scenario.ts'
import { seconds } from '../../../../src/sim/units.ts'
import { rowsOf, type LawRow } from '../../../../src/ui/views/laws/layout.ts'
import { placesOf } from '../../../../src/ui/views/laws/places.ts'
import { cellsOf, inForceText, rowTold } from '../../../../src/ui/views/laws/tell.ts'

const [relay] = placesOf({ scenario: theLidCloses, interventions: [] }, ['relayed'], 0)
const rows = rowsOf([relay!])
const row = (id: string, of: readonly LawRow[] = rows): LawRow =>
  of.find(({ law }) => law.id === id)!

describe('a law in words', () => {
  it('says where it is in force and who waits by it, in three vocabularies', () => {
    const text = (level: 'everyday' | 'technical' | 'protocol') =>
      inForceText(row('postfix'), theLidCloses, level)
    expect(text('everyday')).toBe('In force at the post office. Alice waits by it.')
    expect(text('technical')).toBe('In force at the relay. Alice waits by it.')
    expect(text('protocol')).toBe('queue.law at smtp.school.example. Alice waits by it.')
    expect(inForceText(row('exim'), theLidCloses, 'everyday')).toBe('')
  })

  it('names the world where the worlds differ, and all who wait', () => {
    const places = [
      { ...relay!, world: 'direct', waiting: ['Alice', 'Carol'] },
      { ...relay!, world: 'x', waiting: ['Carol', 'Dana'] },
    ]
    expect(inForceText(row('postfix', rowsOf(places)), theLidCloses, 'technical')).toBe(
      'In force at the relay (Direct) and the relay (x). Alice, Carol and Dana wait by it.',
    )
    const nobody = rowsOf([{ ...relay!, waiting: [] }])
    expect(inForceText(row('postfix', nobody), theLidCloses, 'everyday')).toBe(
      'In force at the post office.',
    )
  })

  it('is one sentence for those who do not see the row', () => {
    expect(rowTold(row('mox'))).toBe(
      'mox: 8 tries, after 7 min 30 s, 22 min 30 s, 52 min 30 s, 1 h 52 min; gives up after 15 h 52 min',
    )
    const often = { ...relay!, options: { ...LAW_DEFAULTS, fixedRetryMs: seconds(60) } }
    expect(rowTold(row('fixed', rowsOf([often])))).toBe(
      'Always the same gap: over 2000 tries, after 1 min, 2 min, 3 min, 4 min; goes on until about 5 d',
    )
  })

  it('has its numbers in cells', () => {
    expect(cellsOf(row('postfix'), theLidCloses, 'everyday')).toEqual([
      'Postfix, in force at the post office',
      '0, 7 min 30 s, 17 min 30 s, 37 min 30 s, 1 h 17 min, 2 h 27 min, 3 h 37 min, 4 h 47 min, ' +
        '5 h 57 min, 7 h 7 min',
      '107',
      '5 d',
      'qmgr_active.c, qmgr_scan.c; defaults in mail_params.h',
    ])
    const [law, , count, gaveUp] = cellsOf(row('haraka'), theLidCloses, 'everyday')
    expect([law, count, gaveUp]).toEqual(['Haraka', '13', '3 d'])
  })
})
