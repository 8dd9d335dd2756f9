import { describe, expect, it } from 'vitest'
import { LEVELS, type Level } from '../../../src/sim/scenarios/scenario.ts'
import { FINDINGS, UNITS } from '../../../src/ui/inspector/check-words.ts'
import {
  checkName,
  measured,
  pointsText,
  tellFinding,
} from '../../../src/ui/inspector/tell-finding.ts'

const finding = {
  check: 'greylisting',
  reason: 'triplet-early',
  value: 60_000,
  threshold: 300_000,
  about: '',
  passes: false,
  folder: 'inbox',
} as const
const scene = { client: '192.0.2.25', to: 'bob@college.example' }
const told = (more: Partial<Parameters<typeof tellFinding>[0]>, level: Level = 'technical') =>
  tellFinding({ ...finding, ...more }, { ...scene, level })
    .map(({ text }) => text)
    .join('')

describe('a finding in words', () => {
  it.each([
    [{}, 'The triplet is 1 min old; it needs 5 min.'],
    [
      {
        check: 'reputation',
        reason: 'reputation-bad',
        value: 800,
        threshold: 750,
        about: 'x.example',
      },
      'Reputation of x.example: 80 % spam, at or above 75 %.',
    ],
    [
      { check: 'score', reason: 'score-junk', value: 75, threshold: 60 },
      'Score 7.5, at or above 6.0: junk folder.',
    ],
    [
      { check: 'dnsbl', reason: 'listed', about: 'dnsbl.example' },
      '192.0.2.25 is on a block list: dnsbl.example.',
    ],
    [
      { check: 'recipient', reason: 'recipient-unknown' },
      'There is no mailbox bob@college.example here.',
    ],
  ])('%j', (more, text) => {
    expect(told(more)).toBe(text)
  })

  it.each(LEVELS)('has no gap in %s words, whatever was found', (level) => {
    for (const key of Object.keys(FINDINGS)) {
      const [check = '', reason = ''] = key.split('/')
      const text = told({ check, reason, about: 'about' }, level)
      expect(text).not.toMatch(/[{}–]/)
      expect(text).toMatch(/\.$/)
      expect(text.length).toBeGreaterThan(8)
    }
  })

  it('has words only for checks that there are', () => {
    for (const key of [...Object.keys(FINDINGS), ...Object.keys(UNITS)])
      expect(checkName(key.split('/')[0]!), key).toMatch(/^[A-Z]/)
  })

  it.each([
    [{ passes: true }, 'novelty: too odd, 5 against 3 (a thing).'],
    [{ passes: false }, 'novelty objects: too odd, 5 against 3 (a thing).'],
    [{ passes: true, folder: 'junk' }, 'novelty has it put aside: too odd, 5 against 3 (a thing).'],
    [{ passes: true, value: 0, threshold: 0, about: '' }, 'novelty: too odd.'],
  ] as const)('a check without words of its own: %j', (more, text) => {
    const novel = { check: 'novelty', reason: 'too-odd', value: 5, threshold: 3, about: 'a thing' }
    expect(told({ ...novel, ...more })).toBe(text)
  })

  it('values have their unit, and points their sign', () => {
    expect(measured({ check: 'complaints', reason: 'complaints-few' }, 3)).toBe('0.3 %')
    expect(measured({ check: 'reputation', reason: 'newcomer-too-fast' }, 20)).toBe('20')
    expect([-2, 0, 35].map(pointsText)).toEqual(['−0.2', '0.0', '3.5'])
  })
})
