/** Each rung of the ladder is there for one check, and without that check it is not needed. */
import { describe, expect, it } from 'vitest'
import { findingsOf } from '../../src/sim/facts/findings.ts'
import { readingsFor } from '../helpers/reading-of.ts'
import { worldFor } from '../helpers/runs.ts'

const ID = 'a-server-at-home'

/** The check that objected to the last attempt at Alice's first letter; '' for none. */
function objector(world: string): string {
  const { index } = worldFor(ID, world)
  const message = index.record.messages.findIndex(({ id }) => id === 'alice-1')
  const attempts = index.messages[message]?.attempts ?? []
  const last = index.attempts[attempts.at(-1) ?? -1]?.connections.at(-1) ?? -1
  return findingsOf(index, last).find(({ passes }) => !passes)?.check ?? ''
}

describe('the ladder', () => {
  it.each([
    ['direct', 'greylisting'],
    ['queue', 'greylisting'],
    ['always-on', 'greylisting'],
    ['fixed', 'reverse-dns'],
    ['named', 'dynamic'],
    ['off-the-list', 'dmarc'],
    ['vouched-for', ''],
    ['relayed', ''],
  ])('%s is stopped by %s', (world, check) => {
    expect(objector(world)).toBe(check)
  })

  it.each([
    ['a queue', 'direct', { 'mx.greylist.on': 'off' }, '450 4.7.1'],
    ['one address', 'always-on', { 'mx.greylist.on': 'off' }, '450 4.7.1'],
    ['a name', 'fixed', { 'mx.reverse-dns.action': 'off' }, '554 5.7.1'],
    ['leaving the list', 'named', { 'mx.dynamic.action': 'off' }, '550 5.7.1'],
    ['somebody who vouches', 'off-the-list', { 'mx.dmarc': 'note' }, '250 2.0.0'],
  ])('without the check nobody needs %s', (_, world, set, next) => {
    expect(readingsFor(ID, { set })(`${world}.alice-1.lastReply`)).toBe(next)
  })

  it('without points for words nobody needs a good name', () => {
    const read = readingsFor(ID, { set: { 'mx.content.action': 'off' } })
    expect(read('vouched-for.alice-1.folder')).toBe('inbox')
  })

  it('without a reputation the last rung cannot be reached, not even by the relay', () => {
    const read = readingsFor(ID, { set: { 'mx.reputation.action': 'off' } })
    expect(read('vouched-for.alice-7.folder')).toBe('junk')
    expect(read('relayed.alice-7.folder')).toBe('junk')
  })

  it('a person who turns the three switches gets as far as the third rung', () => {
    const switches = {
      'laptop.retry': 'postfix',
      'laptop.always-on': 'on',
      'laptop.same-address': 'on',
    }
    const read = readingsFor(ID, { set: switches })
    for (const what of ['outcome', 'lastReply', 'attempts', 'took'])
      expect(read(`direct.alice-1.${what}`)).toBe(read(`fixed.alice-1.${what}`))
  })
})
