import { describe, expect, it } from 'vitest'
import {
  greylistField,
  listFields,
  locallyMadeField,
  receivedField,
  returnPathField,
  withProtocol,
} from '../../../src/sim/mail/trace-field.ts'

const trace = {
  heloName: 'out.sender.example',
  clientName: 'out.sender.example',
  clientAddress: '203.0.113.7',
  byHost: 'mx.receiver.example',
  protocol: 'ESMTP',
  queueId: '2B86C242516',
  user: '',
  recipients: ['bob@receiver.example'],
  date: 'Mon, 23 Nov 2026 15:54:28 +0000 (UTC)',
} as const

describe('Received', () => {
  it('has the shape that was recorded', () => {
    expect(receivedField(trace)).toEqual([
      'Received: from out.sender.example (out.sender.example [203.0.113.7])',
      '\tby mx.receiver.example (Postfix) with ESMTP id 2B86C242516',
      '\tfor <bob@receiver.example>; Mon, 23 Nov 2026 15:54:28 +0000 (UTC)',
    ])
    expect(locallyMadeField('out.sender.example', '08FAA242599', trace.date)).toEqual([
      'Received: by out.sender.example (Postfix)',
      '\tid 08FAA242599; Mon, 23 Nov 2026 15:54:28 +0000 (UTC)',
    ])
  })

  it('names no recipient where there are several, and who logged in', () => {
    const lines = receivedField({
      ...trace,
      clientName: '',
      user: 'alice',
      protocol: 'ESMTPSA',
      recipients: ['a@x.example', 'b@x.example'],
    })
    expect(lines).toEqual([
      'Received: from out.sender.example (unknown [203.0.113.7])',
      '\t(Authenticated sender: alice)',
      '\tby mx.receiver.example (Postfix) with ESMTPSA id 2B86C242516;',
      '\tMon, 23 Nov 2026 15:54:28 +0000 (UTC)',
    ])
  })

  it('says how the message came', () => {
    expect(withProtocol(false, false, false)).toBe('SMTP')
    expect(withProtocol(true, false, false)).toBe('ESMTP')
    expect(withProtocol(true, true, false)).toBe('ESMTPS')
    expect(withProtocol(true, false, true)).toBe('ESMTPA')
    expect(withProtocol(true, true, true)).toBe('ESMTPSA')
  })
})

describe('the fields of a list', () => {
  it('name it and say where to write to, but not on its reports', () => {
    expect(listFields('tea@club.example')).toEqual([
      ['List-Id: <tea.club.example>'],
      ['List-Post: <mailto:tea@club.example>'],
    ])
    expect(listFields('tea-bounces@club.example')).toEqual([])
  })
})

describe('other fields', () => {
  it('are single lines', () => {
    expect(returnPathField('')).toEqual(['Return-Path: <>'])
    expect(greylistField(5, 'mx.receiver.example', 'Mon, 23 Nov 2026 15:54:22 UTC')).toEqual([
      'X-Greylist: delayed 5 seconds by postgrey-1.37 at mx.receiver.example; Mon, 23 Nov 2026 15:54:22 UTC',
    ])
  })
})
