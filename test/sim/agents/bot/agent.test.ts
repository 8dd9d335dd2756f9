import { describe, expect, it } from 'vitest'
import { dialogue } from '../../../../src/sim/facts/transcript.ts'
import type { MessageRow } from '../../../../src/sim/report.ts'
import { rowsFor, worldFor } from '../../../helpers/runs.ts'
import {
  dialledFrom,
  networks,
  oneNetwork,
  spamStage,
  type SpamStage,
} from '../../../helpers/spammers.ts'
import { triesOf } from '../../../helpers/tries.ts'

const GREY = { 'mx.greylist.on': 'on' } as const
const rows = (wanted: SpamStage): readonly MessageRow[] => rowsFor(spamStage(wanted), 'relayed')
const told = (wanted: SpamStage): string[] =>
  rows(wanted).map(
    ({ to, outcome, attempts }) => `${to.split('@')[0]} ${outcome} ${attempts.length}`,
  )

describe('a bot at a greylist', () => {
  const same = { 'bot.retry': 'same-address' } as const
  const other = { 'bot.retry': 'other-address' } as const
  it.each<[string, Readonly<Record<string, string>>, readonly string[], string]>([
    ['never comes back, by default', {}, oneNetwork(1), 'bob lost 1'],
    ['comes back after six minutes', same, oneNetwork(1), 'bob delivered 2'],
    [
      'comes back too early, and gives up',
      { ...same, 'bot.retry-after': '200' },
      oneNetwork(1),
      'bob lost 2',
    ],
    [
      'comes back once more',
      { ...same, 'bot.retry-after': '200', 'bot.retry-times': '2' },
      oneNetwork(1),
      'bob delivered 3',
    ],
    ['comes back from another network, a stranger again', other, networks(8), 'bob lost 2'],
    ['comes back from a neighbouring address', other, oneNetwork(8), 'bob delivered 2'],
    ['has no other address', other, oneNetwork(1), 'bob delivered 2'],
    [
      'is known by exact address if the receiver wants it so',
      { ...other, 'mx.greylist.key': 'address' },
      oneNetwork(8),
      'bob lost 2',
    ],
  ])('%s', (_, settings, addresses, expected) => {
    expect(told({ settings: { ...GREY, ...settings }, addresses })).toEqual([expected])
  })

  it('comes back exactly when it is set to, and keeps its luck to itself', () => {
    const { index } = worldFor(spamStage({ settings: { ...GREY, ...same } }), 'relayed')
    const [first, second] = triesOf(index)
    expect(second!.at - first!.endedAt).toBe(360_000)
  })
})

describe('a bot that is told no', () => {
  const settings = { 'bot.retry': 'same-address', 'bot.retry-times': '5' } as const
  it('makes nothing of a refusal for good', () => {
    expect(told({ letters: [{ to: ['ghost@college.example'] }], settings })).toEqual([
      'ghost refused 1',
    ])
  })

  it('goes on for the others', () => {
    const to = ['bob@college.example', 'ghost@college.example', 'dana@college.example']
    expect(
      told({ letters: [{ to }], settings: { ...settings, ...GREY, 'mx.order': 'recipient' } }),
    ).toEqual(['bob delivered 2', 'ghost refused 1', 'dana delivered 2'])
  })

  it('knocks again at a server that was away', () => {
    const away = { 'mx.outage.lasts': '1000' }
    expect(told({ settings: { ...settings, ...away } })).toEqual(['bob delivered 4'])
  })

  it('gives up when it has come back often enough', () => {
    const away = { 'mx.outage.lasts': '10000' }
    expect(told({ settings: { ...settings, ...away } })).toEqual(['bob lost 6'])
  })

  it('comes back late when its PC was switched off meanwhile', () => {
    const off = { kind: 'power', host: 'bot', power: 'refused' } as const
    const acts = [
      [100_000, off],
      [900_000, { ...off, power: 'up' }],
    ] as const
    const scenario = spamStage({ settings: { ...settings, ...GREY } })
    const [row] = rowsFor(scenario, 'relayed', { acts })
    expect(row).toMatchObject({ outcome: 'delivered' })
    expect(row!.attempts.map(({ atMs }) => atMs)).toEqual([0, 900_000])
  })
})

describe('the addresses of a bot', () => {
  const addresses = networks(30)
  const letters = Array.from({ length: 6 }, (_, i) => ({
    at: `${i * 60} s`,
    to: ['bob@college.example', 'dana@college.example'],
  }))
  const from = (settings: Readonly<Record<string, string>>, of = letters): string[][] => {
    const { index } = worldFor(spamStage({ letters: of, addresses, settings }), 'relayed')
    return of.map((_, i) => dialledFrom(index, 'bot', `bot-${i + 1}`))
  }

  it('is the present one, unless it chooses', () => {
    expect(new Set(from({}).flat())).toEqual(new Set([addresses[0]]))
  })

  it('is one for each message', () => {
    const all = from({ 'bot.addresses': 'per-message' })
    for (const one of all) expect(new Set(one).size).toBe(1)
    expect(new Set(all.flat()).size).toBeGreaterThan(3)
  })

  it('is one for each delivery', () => {
    const all = from({ 'bot.addresses': 'per-try' })
    expect(all.filter((one) => new Set(one).size === 2).length).toBeGreaterThan(3)
  })

  it.each(['per-message', 'per-try'])('%s: other letters move nobody’s luck', (how) => {
    const settings = { 'bot.addresses': how }
    expect(from(settings, letters.slice(0, 3))).toEqual(from(settings).slice(0, 3))
  })

  it.each(['present', 'per-message', 'per-try'])('%s: the other one is another one', (how) => {
    const settings = {
      ...GREY,
      'bot.addresses': how,
      'bot.retry': 'other-address',
      'bot.retry-times': '9',
    }
    const one = [{ to: ['bob@college.example'] }]
    const [all] = from({ ...settings, 'mx.greylist.delay': '40000' }, one as typeof letters)
    expect(all).toHaveLength(10)
    for (const [i, address] of all!.entries()) expect(address).not.toBe(all![i - 1])
  })

  it.each(['present', 'per-message', 'per-try'])('%s: the same one is the same one', (how) => {
    const settings = { ...GREY, 'bot.addresses': how, 'bot.retry': 'same-address' }
    for (const all of from(settings).map((one) => new Set(one)))
      expect(all.size).toBeLessThanOrEqual(how === 'per-try' ? 2 : 1)
  })
})

describe('a bot with a stolen password', () => {
  const settings = { 'bot.via': 'account' } as const
  it('sends through the honest relay, which comes back for it', () => {
    const { index } = worldFor(spamStage({ settings: { ...settings, ...GREY } }), 'direct')
    const [handed, ...others] = triesOf(index)
    expect(handed).toMatchObject({ host: 'bot', aim: 'submission', dialled: ['relay'] })
    expect(others.map(({ host }) => host)).toEqual(['relay', 'relay'])
    const { lines } = dialogue(index, 0, Infinity)
    expect(lines.filter(({ who }) => who === 'C').map(({ verb }) => verb)).toEqual(
      expect.arrayContaining(['EHLO', 'AUTH', 'MAIL']),
    )
  })

  it('gets nowhere without one', () => {
    const [row] = rows({ account: 'nobody@school.example', settings })
    expect(row).toMatchObject({
      outcome: 'refused',
      attempts: [],
      submission: { reply: '535 5.7.8' },
    })
  })

  it('hands over all recipients at once', () => {
    const to = ['bob@college.example', 'carol@school.example', 'x@nowhere.example']
    const all = rows({ letters: [{ to }], settings })
    expect(all.filter(({ kind }) => kind === 'spam').map(({ outcome }) => outcome)).toEqual([
      'delivered',
      'delivered',
      'bounced',
    ])
    for (const { submission } of all.slice(0, 3)) expect(submission).toMatchObject({ tries: 1 })
  })

  it('comes back to a relay that is away, if it is of that kind', () => {
    const away = { 'relay.outage.lasts': '300' }
    expect(rows({ settings: { ...settings, ...away } })[0]!.outcome).toBe('lost')
    const patient = { ...settings, ...away, 'bot.retry': 'same-address' }
    expect(rows({ settings: patient })[0]).toMatchObject({
      outcome: 'delivered',
      submission: { tries: 2 },
    })
  })
})

describe('the manners of a bot', () => {
  const verbs = (settings: Readonly<Record<string, string>>): (string | null)[] => {
    const { index } = worldFor(spamStage({ settings }), 'relayed')
    return dialogue(index, 0, Infinity)
      .lines.filter(({ who, verb }) => who === 'C' && verb !== null)
      .map(({ verb }) => verb)
  }
  it.each<[string, string, string[]]>([
    ['helo', 'off', ['HELO', 'MAIL', 'RCPT', 'DATA']],
    ['helo', 'on', ['HELO', 'MAIL', 'RCPT', 'DATA', 'QUIT']],
    ['ehlo', 'off', ['EHLO', 'MAIL', 'RCPT', 'DATA']],
    ['ehlo', 'on', ['EHLO', 'MAIL', 'RCPT', 'DATA', 'QUIT']],
  ])('%s, quits %s', (greets, quits, expected) => {
    const said = verbs({ 'bot.greets': greets, 'bot.quits': quits })
    expect(said.filter((verb, i) => verb !== said[i - 1] && verb !== 'CONTENT')).toEqual(expected)
  })
})
