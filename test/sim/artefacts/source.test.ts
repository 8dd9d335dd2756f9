import { describe, expect, it } from 'vitest'
import type { FactIndex } from '../../../src/sim/facts/fact-index.ts'
import { dialogue } from '../../../src/sim/facts/transcript.ts'
import { messageSource } from '../../../src/sim/artefacts/source.ts'
import { scenario as theLidCloses } from '../../../src/sim/scenarios/the-lid-closes/scenario.ts'
import { scenario as tryAgainLater } from '../../../src/sim/scenarios/try-again-later/scenario.ts'
import { scenario as twoRoads } from '../../../src/sim/scenarios/two-roads/scenario.ts'
import { hours, seconds } from '../../../src/sim/units.ts'
import { worldFor } from '../../helpers/runs.ts'
import { runWorld, writes } from '../../helpers/run-world.ts'

const END = hours(1000)

function lines(index: FactIndex, id: string, until = END): string[] {
  const message = index.record.messages.findIndex((one) => one.id === id)
  return (messageSource(index, message, 0, until)?.text ?? '').split('\r\n')
}

const ALICES = [
  'Date: Tue, 02 Jun 2026 09:00:00 +0000 (UTC)',
  'From: alice@school.example',
  'To: bob@college.example',
  'Message-ID: <1780390800000.alice-1@laptop.home.example>',
]

describe('the source in the mailbox', () => {
  it('on the relayed road has two Received fields, and what greylisting adds', () => {
    expect(lines(runWorld(tryAgainLater, 'relayed'), 'alice-1')).toEqual([
      'Return-Path: <alice@school.example>',
      'X-Original-To: bob@college.example',
      'Delivered-To: bob@college.example',
      'X-Greylist: delayed 446 seconds by postgrey-1.37 at mx.college.example; ' +
        'Tue, 02 Jun 2026 09:07:26 UTC',
      'Received: from smtp.school.example (smtp.school.example [192.0.2.25])',
      '\tby mx.college.example (Postfix) with ESMTP id 9E3B550942001',
      '\tfor <bob@college.example>; Tue, 02 Jun 2026 09:07:26 +0000 (UTC)',
      'Received: from laptop.home.example (unknown [203.0.113.25])',
      '\t(Authenticated sender: alice@school.example)',
      '\tby smtp.school.example (Postfix) with ESMTPSA id 9E3B52CD42001',
      '\tfor <bob@college.example>; Tue, 02 Jun 2026 09:00:00 +0000 (UTC)',
      ...ALICES,
      'Subject: Concert tickets',
      'MIME-Version: 1.0',
      'Content-Type: text/plain; charset=utf-8',
      '',
      'Dear Bob, I have two tickets for Friday. Will you come? Alice',
      '',
    ])
  })

  it('on the direct road has one, from the address the laptop woke up with', () => {
    const text = lines(runWorld(theLidCloses, 'direct'), 'alice-1')
    expect(text.slice(0, 8)).toEqual([
      'Return-Path: <alice@school.example>',
      'X-Original-To: bob@college.example',
      'Delivered-To: bob@college.example',
      'Received: from laptop.home.example (unknown [198.51.100.77])',
      '\tby mx.college.example (Postfix) with ESMTP id 9E3B550942001',
      '\tfor <bob@college.example>; Tue, 02 Jun 2026 17:01:00 +0000 (UTC)',
      ...ALICES.slice(0, 2),
    ])
    expect(text.filter((line) => line.startsWith('X-Greylist'))).toEqual([])
  })

  it('of spam says HELO and whatever name it gave', () => {
    const late = { kind: 'set', path: 'mx.greylist.on', value: false } as const
    const index = runWorld(tryAgainLater, 'direct', [[seconds(10), late]])
    expect(lines(index, 'bot-1').slice(0, 5)).toEqual([
      'Return-Path: <winner@prizes.example>',
      'X-Original-To: bob@college.example',
      'Delivered-To: bob@college.example',
      'Received: from localhost (unknown [203.0.113.66])',
      '\tby mx.college.example (Postfix) with SMTP id 9E3B550942001',
    ])
  })

  it('names no recipient where a transaction has two', () => {
    const act = [[seconds(5), writes('bob@college.example', 'dana@college.example')]] as const
    const text = lines(runWorld(twoRoads, 'direct', act), 'alice-2')
    expect(text[4]).toMatch(/^\tby mx\.college\.example \(Postfix\) with ESMTP id [0-9A-F]+;$/)
    expect(text[5]).toBe('\tTue, 02 Jun 2026 09:00:05 +0000 (UTC)')
  })
})

describe('the source on its way', () => {
  const index = runWorld(tryAgainLater, 'relayed')

  it('grows with each server that takes charge', () => {
    const host = (until: number): number | undefined => messageSource(index, 0, 0, until)?.host
    expect([0, seconds(10), END].map(host)).toEqual([0, 1, 2])
    const names = (until: number): (string | undefined)[] =>
      messageSource(index, 0, 0, until)?.fields.map((one) => one.name) ?? []
    expect(names(0)[0]).toBe('Date')
    expect(names(seconds(10)).slice(0, 2)).toEqual(['Received', 'Date'])
    expect(names(END).slice(0, 7)).toEqual([
      'Return-Path',
      'X-Original-To',
      'Delivered-To',
      'X-Greylist',
      'Received',
      'Received',
      'Date',
    ])
  })

  it('tells who added what', () => {
    const added = messageSource(index, 0, 0, END)?.fields.map((one) => one.addedBy)
    expect(added?.slice(0, 7)).toEqual([2, 2, 2, 2, 2, 1, 0])
  })

  it('is nothing before somebody wrote it', () => {
    const message = index.record.messages.findIndex((one) => one.id === 'bot-1')
    expect(messageSource(index, message, 0, seconds(1))).toBeNull()
  })
})

describe('a message to two domains', () => {
  it('names in each session the recipient that the session is about', () => {
    const act = [[seconds(5), writes('carol@school.example', 'bob@college.example')]] as const
    const index = runWorld(twoRoads, 'direct', act)
    const asked = index.connections.map(
      (_, i) => dialogue(index, i, END).lines.find((line) => line.verb === 'RCPT')?.text,
    )
    expect(asked).toEqual([
      'RCPT TO:<bob@college.example>',
      'RCPT TO:<bob@college.example>',
      'RCPT TO:<carol@school.example>',
    ])
  })
})

/** Hosts by which a text came, the first one last, and their queue ids. */
const hops = (text: readonly string[]): string[] =>
  text
    .join('\n')
    .split(/\n(?!\t)/)
    .filter((field) => field.startsWith('Received: '))
    .map((field) => field.replaceAll(/\n\t/g, ' '))
    .map((field) => {
      const [, from = '', by = '', id = ''] =
        /from (\S+) .* by (\S+) \(Postfix\) with \S+ id ([0-9A-F]+)/.exec(field) ?? []
      return `${from} ${by} ${id}`
    })

describe('the source at the end of a longer way', () => {
  it('has a field for every hand-over, by the backup too', () => {
    const { index } = worldFor('backup-mx', 'relayed')
    expect(hops(lines(index, 'alice-1'))).toEqual([
      'mx2.neighbour.example mx.college.example 9E3B550942001',
      'smtp.school.example mx2.neighbour.example 9E3B57DA42001',
      'laptop.home.example smtp.school.example 9E3B52CD42001',
    ])
  })

  it('of the copy that came last has that one’s way, and not the other’s', () => {
    const set = { 'mx.lost-acknowledgements': '1' }
    const { index } = worldFor('250-means-mine', 'relayed', { set })
    expect(hops(lines(index, 'alice-1', seconds(60)))).toEqual([
      'smtp.school.example mx.college.example 9E3B550942001',
      'laptop.home.example smtp.school.example 9E3B52CD42001',
    ])
    expect(hops(lines(index, 'alice-1'))).toEqual([
      'smtp.school.example mx.college.example 3C76A50942002',
      'laptop.home.example smtp.school.example 9E3B52CD42001',
    ])
  })

  it('is the same over a connection that was turned round', () => {
    const set = {
      'backup.hold': 'until-asked',
      'mx.outage.lasts': '0 s',
      'mx.line.kind': 'calls',
      'mx.line.first': '10 min',
      'mx.fetch': 'odmr',
    }
    const { index } = worldFor('backup-mx', 'relayed', { set })
    expect(index.attempts.some((one) => one.aim === 'turned')).toBe(true)
    expect(hops(lines(index, 'alice-1'))).toEqual([
      expect.stringMatching(/^mx2\.neighbour\.example mx\.college\.example [0-9A-F]+$/),
      'smtp.school.example mx2.neighbour.example 9E3B57DA42001',
      'laptop.home.example smtp.school.example 9E3B52CD42001',
    ])
  })

  it('of a report names the server that wrote it, and the one that took it in', () => {
    const { index } = worldFor('backup-mx', 'relayed')
    const text = lines(index, 'dsn-1')
    expect(text[0]).toBe('Return-Path: <>')
    expect(hops(text)[0]).toMatch(/^mx2\.neighbour\.example smtp\.school\.example [0-9A-F]+$/)
    expect(text).toContain('Received: by mx2.neighbour.example (Postfix)')
  })
})
