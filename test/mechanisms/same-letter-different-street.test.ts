/** What the street decides, and what is left when nobody asks about it. */
import { describe, expect, it } from 'vitest'
import { readingsFor } from '../helpers/reading-of.ts'
import { worldFor } from '../helpers/runs.ts'

const ID = 'same-letter-different-street'

describe('the same letter from three streets', () => {
  it('is the same to the last octet', () => {
    const { index } = worldFor(ID, 'direct')
    const letters = index.record.messages.filter(({ id }) => id.startsWith('alice-'))
    expect(letters).toHaveLength(2)
    const [home, rented] = letters.map(({ body, subject, octets }) => ({ body, subject, octets }))
    expect(home).toEqual(rented)
  })

  it.each([
    ['without the list the missing name is next', 'off', 'needs-confirmed', '450 4.7.1', null],
    ['without either it is read, and put aside for its words', 'off', 'off', '250 2.0.0', 'junk'],
    ['without the name it is still on the list', 'refuse', 'off', '554 5.7.1', null],
  ])('%s', (_, list, name, reply, folder) => {
    const set = { 'mx.dynamic.action': list, 'mx.reverse-dns.action': name }
    const read = readingsFor(ID, { set })
    expect(read('direct.alice-1.lastReply')).toBe(reply)
    expect(read('direct.alice-1.folder')).toBe(folder)
    // What the others are judged by does not change.
    expect(read('direct.alice-2.folder')).toBe('junk')
    expect(read('relayed.alice-1.folder')).toBe('inbox')
  })

  it.each([
    ['without reputation the relay is not believed either', { 'mx.reputation.action': 'off' }],
    ['nor with one that asks for more than its past', { 'mx.reputation.minimum': '50' }],
    ['nor with one that counts for nothing', { 'mx.reputation.points': '0' }],
  ])('%s', (_, set) => {
    const read = readingsFor(ID, { set })
    expect(read('relayed.alice-1.folder')).toBe('junk')
    expect(read('relayed.alice-2.folder')).toBe('junk')
  })

  it('without points for words everybody who is let in lies in the inbox', () => {
    const read = readingsFor(ID, { set: { 'mx.content.action': 'off' } })
    expect(read('direct.alice-1.outcome')).toBe('refused')
    expect(read('direct.alice-2.folder')).toBe('inbox')
    expect(read('relayed.alice-1.folder')).toBe('inbox')
  })
})
