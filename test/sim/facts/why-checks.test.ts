import { describe, expect, it } from 'vitest'
import { whyChain, type WhyLink } from '../../../src/sim/facts/why.ts'
import { BOB } from '../../../src/sim/scenarios/school.ts'
import { worldFor } from '../../helpers/runs.ts'
import { spamStage } from '../../helpers/spammers.ts'

const LISTED = {
  origin: 'dnsbl.example',
  ttl: '1 h',
  negativeTtl: '1 min',
  names: {
    '66.113.0.203.dnsbl.example': [
      { type: 'A', address: '127.0.0.2' },
      { type: 'TXT', strings: ['Seen at a trap'] },
    ],
  },
} as const

/** The chain of the bot's only letter, and the server's number. */
function chain(settings: Readonly<Record<string, string>>): readonly WhyLink[] {
  const scenario = spamStage({ zones: [LISTED], settings })
  const { index } = worldFor(scenario, 'relayed')
  return whyChain(index, 0, 0, 4e9)
}
const kinds = (links: readonly WhyLink[]): string[] => links.map(({ kind }) => kind)
const valuesOf = (links: readonly WhyLink[], kind: string): WhyLink['values'] | undefined =>
  links.find((one) => one.kind === kind)?.values

describe('why a letter was refused', () => {
  it.each([
    [
      { 'mx.dnsbl.action': 'refuse' },
      { check: 'dnsbl', reason: 'listed', about: 'dnsbl.example; Seen at a trap' },
    ],
    [
      { 'mx.reverse-dns.action': 'needs-name' },
      { check: 'reverse-dns', reason: 'no-name', client: '203.0.113.66' },
    ],
    [
      { 'mx.helo.action': 'refuse' },
      { check: 'helo', reason: 'helo-not-qualified', about: 'localhost', to: BOB },
    ],
    [
      { 'mx.content.action': 'score', 'mx.score.on': 'on', 'mx.score.refuse': '3' },
      { check: 'score', reason: 'score-refused', threshold: 30 },
    ],
  ] as const)('%j: by which check, for what, at which line', (settings, values) => {
    const links = chain(settings)
    const rest = kinds(links).slice(kinds(links).indexOf('replied'))
    const points = 'score' === values.check ? ['points'] : []
    expect(rest).toEqual(['replied', 'checked', ...points, 'setting'])
    expect(valuesOf(links, 'checked')).toMatchObject({ ...values, server: 2, passes: 0 })
    const { check, reason } = values
    expect(valuesOf(links, 'setting')).toMatchObject({ host: 2, check, reason })
  })
})

describe('why a letter lies in the junk folder', () => {
  const links = chain({
    'mx.content.action': 'score',
    'mx.reverse-dns.action': 'score',
    'mx.score.on': 'on',
    'mx.score.junk': '3',
    'mx.score.refuse': '0',
  })

  it('goes from the folder over the check and its points to the setting', () => {
    expect(kinds(links)).toEqual(['junk', 'checked', 'points', 'setting', 'first-try', 'written'])
    const checked = valuesOf(links, 'checked')
    expect(checked).toMatchObject({
      check: 'score',
      reason: 'score-junk',
      threshold: 30,
      passes: 1,
    })
    const list = String(valuesOf(links, 'points')?.['list'])
    const sum = list.split(',').reduce((all, one) => all + Number(one.split(':')[1]), 0)
    expect(list).toMatch(/^reverse-dns:20,content:\d+$/)
    expect(sum).toBe(checked?.['value'])
  })
})
