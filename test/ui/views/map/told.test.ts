import { describe, expect, it } from 'vitest'
import { hostStatesAt } from '../../../../src/sim/facts/host-states.ts'
import { KIND, LISTING_EVENTS } from '../../../../src/sim/facts/fact.ts'
import { stageLayout } from '../../../../src/ui/views/map/layout.ts'
import { lettersAt } from '../../../../src/ui/views/map/scene.ts'
import { hostTold, stateWord } from '../../../../src/ui/views/map/told.ts'
import { verdictAt } from '../../../../src/ui/views/map/verdict.ts'
import { spamStage } from '../../../helpers/spammers.ts'
import { BOT_HOST, HOSTS } from '../../../../src/sim/scenarios/school.ts'
import { worldFor } from '../../../helpers/runs.ts'

const END = 4e9

describe('a letter in the junk folder', () => {
  const scenario = spamStage({
    letters: [{}, { at: '9 s', to: ['dana@college.example'] }],
    settings: { 'mx.content.action': 'score', 'mx.score.on': 'on', 'mx.score.junk': '1' },
  })
  const { index } = worldFor(scenario, 'relayed')
  const states = hostStatesAt(index, END)
  const mx = scenario.hosts.findIndex(({ id }) => id === 'mx')

  it('is counted apart from those that are read', () => {
    const told = hostTold(index, scenario.hosts[mx]!, states[mx]!, 'technical')
    expect(told).toContain('2 letters in the junk folder')
    expect(told).not.toContain('in the mailbox')
  })

  it('lies below the box, not in its slot', () => {
    const layout = stageLayout(scenario.hosts, { width: 1000, height: 300 })
    const ground = { layout, hosts: scenario.hosts }
    const [letter, ...others] = lettersAt(ground, states, END)
    expect(others).toEqual([])
    expect(letter).toMatchObject({ aside: true, landed: true, host: mx })
    const inbox = states.map((one) => ({
      ...one,
      mailbox: one.mailbox.map((entry) => ({ ...entry, folder: 'inbox' as const })),
    }))
    const [read] = lettersAt(ground, inbox, END)
    expect(read?.aside).toBe(false)
    expect(letter!.y).toBeGreaterThan(read!.y + layout.places[mx]!.size * 0.3)
  })

  it('is what the line above the map says of it', () => {
    const [first] = index.record.messages
    expect(verdictAt(index, END, 'everyday', first!.id)).toMatchObject({
      standing: 'aside',
      text: expect.stringMatching(/^In Bob's junk folder, after/) as string,
    })
  })
})

describe('a blocklist', () => {
  const list = { ...BOT_HOST, id: 'list', kind: 'blocklist', name: 'mx.trap.example' } as const
  const scenario = spamStage({ hosts: [list] })
  const { index } = worldFor(scenario, 'relayed')
  const { facts, names, hosts } = index.record
  const [at, keeper] = [facts.at(facts.length - 1), hosts.length - 1]
  const bot = hosts.findIndex(({ kind }) => kind === 'bot')
  const address = names.push(hosts[bot]!.addresses[0]!) - 1
  LISTING_EVENTS.forEach((_, event) =>
    facts.add(at + 10 * event, KIND.listing, keeper, address, event, 0),
  )
  index.update()

  it.each([
    [0, '', false],
    [10, '1 listed', true],
    [20, '', false],
  ])('after %s ms says how many it names, and is named at whom it names', (after, word, named) => {
    const states = hostStatesAt(index, at + after)
    const told = (host: number): string =>
      hostTold(index, scenario.hosts[host]!, states[host]!, 'technical')
    expect(stateWord(scenario.hosts[keeper]!, states[keeper]!, 'technical')).toBe(word)
    expect(told(keeper).includes(`lists ${hosts[bot]!.addresses[0]}`)).toBe(named)
    expect(told(bot).includes('listed by mx.trap.example')).toBe(named)
  })

  it('has a drawing and a place of its own', () => {
    const { places } = stageLayout(scenario.hosts, { width: 1000, height: 300 })
    expect(places[keeper]?.role).toBe('blocklist')
    expect(places[keeper]?.x).toBeLessThan(places[HOSTS.findIndex(({ id }) => id === 'mx')]!.x)
  })
})
