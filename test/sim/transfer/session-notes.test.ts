import { describe, expect, it } from 'vitest'
import { newNotes, newTransaction, noteScore } from '../../../src/sim/transfer/session-notes.ts'

describe('points of a message', () => {
  it('count once for each check, however many recipients it is asked about', () => {
    const notes = newNotes()
    noteScore(notes, 'dnsbl', 40, false)
    noteScore(notes, 'dnsbl', 40, false)
    noteScore(notes, 'spf', -2, false)
    expect(notes.score).toBe(38)
  })

  it('stay with the session when they were given before MAIL, and go with the transaction else', () => {
    const notes = newNotes()
    noteScore(notes, 'dnsbl', 40, true)
    newTransaction(notes)
    expect(notes.score).toBe(40)
    noteScore(notes, 'sender-domain', 15, false)
    expect(notes.score).toBe(55)
    newTransaction(notes)
    expect(notes.score).toBe(40)
  })
})
