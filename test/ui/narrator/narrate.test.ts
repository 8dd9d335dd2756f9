import { beforeAll, describe, expect, it } from 'vitest'
import { KIND, LISTING_EVENTS } from '../../../src/sim/facts/fact.ts'
import { seconds } from '../../../src/sim/units.ts'
import { isBrief, sentencesBetween } from '../../../src/ui/narrator/sentences.ts'
import { narrate, type Manner } from '../../../src/ui/narrator/narrate.ts'
import { onStage } from '../../../src/ui/state/runtime.ts'
import { labStore } from '../../../src/ui/state/store.ts'
import { openLab } from '../../helpers/open-lab.ts'

const told = (from: number, to: number, manner: Partial<Manner> = {}): string => {
  const { scenario, worlds } = labStore.getState()
  const how = { scenario, level: 'technical', verbosity: 'brief', ...manner } as const
  return narrate(onStage(worlds), from, to, how)?.text ?? ''
}

describe('the lid that closes', () => {
  beforeAll(() => openLab('the-lid-closes', 0))

  it('tells what happened on each road', () => {
    expect(told(-1, seconds(1))).toBe(
      "On both roads: Bob's mail server goes down. " +
        "On the direct road: The attempt of Alice's laptop failed: connection refused. " +
        'On the relayed road: The relay has accepted the message and is responsible for it. ' +
        'On the relayed road: The attempt of the relay failed: connection refused.',
    )
  })

  it('says once what happens on both roads', () => {
    expect(told(seconds(59), seconds(61))).toBe("On both roads: Alice's laptop goes to sleep.")
    expect(told(seconds(699), seconds(701), { level: 'everyday' })).toBe(
      "On both roads: Bob's mail server is there again.",
    )
  })

  it('is silent while nothing happens', () => {
    expect(told(seconds(61), seconds(400))).toBe('')
  })

  it('tells more when asked for everything', () => {
    const text = told(seconds(1046), seconds(1047), { verbosity: 'full' })
    expect(text).toContain("Bob's mail server accepts the connection.")
    expect(text).toContain('Delivered to the mailbox of bob@college.example.')
  })

  it('counts what repeats, and never says more than one listens to', () => {
    const text = told(-1, seconds(40_000))
    expect(text).toMatch(/^\d+ more events\. /)
    expect(text.split('. ').length).toBeLessThanOrEqual(6)
    expect(told(seconds(1), seconds(500), { level: 'protocol' })).not.toMatch(/[{}]/)
  })
})

describe('try again later', () => {
  beforeAll(() => openLab('try-again-later', 0))

  it('tells of the refusal and that the program has given up', () => {
    const text = told(-1, seconds(1), { level: 'everyday' })
    expect(text).toContain("Bob's mail server says: not now. (450 4.2.0)")
    expect(text).toContain('The letter to bob@college.example is lost')
  })

  it('has words for every kind of sentence there is', () => {
    for (const level of ['everyday', 'technical', 'protocol'] as const) {
      const text = told(-1, 4e9, { level, verbosity: 'full' })
      expect(text).not.toMatch(/[{}]|undefined/)
    }
    const [world] = onStage(labStore.getState().worlds)
    const keys = world === undefined ? [] : sentencesBetween(world.index, -1, 4e9)
    expect(keys.some(({ key }) => !isBrief(key))).toBe(true)
  })
})

describe('many hosts that do the same', () => {
  it('are told in one sentence, and counted where they are not all', async () => {
    await openLab('retry-storm', 0)
    const all = told(-1, seconds(60), { level: 'everyday' })
    expect(all).toContain('23 other post offices knock in vain: connection refused.')
    expect(all.match(/knock in vain/g)).toHaveLength(1)
    const some = told(seconds(60), seconds(500), { level: 'everyday' })
    expect(some).toMatch(/\d+ of the 23 other post offices knock in vain/)
  })

  it('so are many recipients of one letter', async () => {
    await openLab('one-upload-or-twenty', 0)
    const text = told(seconds(1), 4e9, { level: 'everyday' })
    expect(text).toContain('Letters lie in the mailboxes of bob@college.example and 19 others.')
  })
})

describe('250 means: mine', () => {
  beforeAll(() => openLab('250-means-mine', 0))

  it('tells of a lost receipt, not of a closed door', () => {
    const text = told(-1, seconds(1), { level: 'everyday' })
    expect(text).toContain("On the straight road: Alice's laptop got no receipt: the line broke.")
    expect(text).not.toContain('in vain')
  })
})

describe('the telephone', () => {
  beforeAll(() => openLab('dial-up-era', 0))

  it('is picked up by a host that was there all the time', () => {
    const keys = onStage(labStore.getState().worlds).flatMap(({ index }) =>
      sentencesBetween(index, -1, Infinity).map(({ key }) => key),
    )
    expect(keys).toContain('telephones')
    expect(keys).toContain('hung-up')
    expect(keys).not.toContain('up')
  })
})

describe('a server that checks', () => {
  const set = (path: string, value: string | number | boolean) =>
    ({ at: 0, act: { kind: 'set', path, value } }) as const
  const aside = [
    set('mx.greylist.on', false),
    set('mx.reverse-dns.action', 'score'),
    set('mx.spf', 'note'),
    set('mx.score.on', true),
    set('mx.score.junk', 1),
  ]

  it('is told of where it objects, with what it found', async () => {
    await openLab('try-again-later', 0)
    const text = told(-1, seconds(1))
    expect(text).toContain("Bob's mail server objects: A new triplet: it needs 5 min.")
    expect(text).toContain("Deferred: Bob's mail server answered 450 4.2.0.")
  })

  it('is told of where it has a letter put aside, and not of what passes', async () => {
    await openLab('try-again-later', 0, { acts: aside })
    const [direct] = onStage(labStore.getState().worlds)
    const keys = sentencesBetween(direct!.index, -1, 4e9).flatMap(({ key, values }) =>
      key === 'found' ? [values['finding']] : key === 'put-aside' ? [key] : [],
    )
    // One letter, the bot's, and nothing of the other findings.
    expect(new Set(keys)).toEqual(new Set(['put-aside', 'score/score-junk']))
    const text = told(-1, seconds(2), { level: 'everyday', verbosity: 'full' })
    expect(text).toMatch(/looks closer\. All signs together make 2\.0 points/)
    expect(text).toContain('The letter to bob@college.example lies in the junk folder.')
  })

  it('keeps what it found to itself while it is to be found out', async () => {
    await openLab('try-again-later', 0)
    const text = told(-1, seconds(1), { covered: 'mx' })
    expect(text).not.toContain('triplet')
    expect(text).toContain('450 4.2.0')
  })
})

it('a blocklist tells whom it lists, and whom no longer', async () => {
  await openLab('the-lid-closes', 0)
  const [world] = onStage(labStore.getState().worlds)
  const { facts, names, hosts } = world!.record
  const at = facts.at(facts.length - 1)
  const address = names.push('203.0.113.66') - 1
  LISTING_EVENTS.forEach((_, event) =>
    facts.add(at + 10 * (event + 1), KIND.listing, hosts.length - 1, address, event, 0),
  )
  world!.index.update()
  const said = (after: number, verbosity: 'brief' | 'full' = 'brief') =>
    told(at + after - 1, at + after, { verbosity })
  expect(said(10)).toBe('')
  expect(said(10, 'full')).toMatch(/sees 203\.0\.113\.66 at a trap\./)
  expect(said(20)).toMatch(/lists 203\.0\.113\.66\./)
  expect(said(30)).toMatch(/no longer lists 203\.0\.113\.66\./)
})
